import type { Answer } from '../answering/answer.ts';
import { ANSWER_THRESHOLD } from '../answering/confidence.ts';
import type { Trace } from '../answering/find-evidence.ts';
import type { Messages } from '../messages.ts';

const SHOWN = 5;
/** How much of a text is shown, in characters. */
const EXCERPT = 70;

/** Why the last answer is what it is: passages and sentences with their scores, and the confidence. */
export function explainTrace(
  { answer, trace }: { answer: Answer; trace: Trace },
  words: Messages,
): string {
  const { carried, hits, ranked } = trace;
  const passages = hits.slice(0, SHOWN).map(({ passage, score, parts }, rank) => {
    const figures = `${figure(score)} = ${figure(parts.lexical)} + ${figure(parts.dense)}`;
    return `  ${rank + 1}. ${figures}  ${passage.document} ${passage.start}–${passage.end}  ${excerpt(passage.text)}`;
  });
  const sentences = ranked.slice(0, SHOWN).map(({ sentence, score, match, context }, rank) => {
    const figures = `${figure(score)}; ${figure(match.coverage)}, ${figure(context.coverage)}`;
    return `  ${rank + 1}. ${figures}  ${excerpt(sentence.text)}`;
  });
  const confidence = words.text('why-confidence', {
    confidence: figure(answer.confidence),
    threshold: figure(ANSWER_THRESHOLD),
  });
  return [
    ...(carried.length === 0
      ? []
      : [words.text('why-carried', { questions: carried.join(' / ') })]),
    words.text('why-passages'),
    ...passages,
    words.text('why-sentences'),
    ...sentences,
    confidence,
    '',
  ].join('\n');
}

function figure(value: number): string {
  return value.toFixed(2);
}

function excerpt(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/gu, ' '));
  return characters.length <= EXCERPT
    ? characters.join('')
    : `${characters.slice(0, EXCERPT).join('')}…`;
}
