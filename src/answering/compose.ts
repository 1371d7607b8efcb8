import type { DocumentId, Span } from '../corpus/document.ts';
import type { Citation } from './answer.ts';
import { chooseSentences } from './choose-sentences.ts';
import { citeEvidence } from './cite.ts';
import { claimOf } from './claim.ts';
import type { Claim } from './claim.ts';
import type { ComposeContext, Composition, ExtractiveContext } from './composition.ts';
import type { Evidence } from './evidence.ts';
import type { Trace } from './find-evidence.ts';
import { decide } from './yes-no.ts';

const NEAREST_SENTENCES = 3;

/**
 * An answer made of the documents' own sentences: the best one, others where the question asks for several things or documents
 * disagree. Each stands whole behind what of it answers; then the same with the sentences alone, for where that was cut out wrongly.
 */
export function composeExtractive(trace: Trace, context: ExtractiveContext): Composition[] {
  const { sentences, relation } = chooseSentences(trace, context.snapshot);
  const decided = decide(trace, context.snapshot.lexicon);
  const claims = sentences.map((evidence, index) => {
    const citation = citeEvidence(evidence, index + 1, context.matcher);
    const before = sentences[index - 1]?.hit.passage.document;
    const isNamed = before === citation.document;
    const decision = index === 0 ? decided : null;
    const answers = index === 0 || relation !== 'rest';
    return {
      citation,
      claim: claimOf(evidence, citation, { ...context, isNamed, decision, answers }),
    };
  });
  const opening = relation === 'differ' ? `${context.messages.text('answer-differ')}\n` : '';
  const citations = claims.map(({ citation }) => citation);
  return [claims, claims.map(withoutShort)].map((said) => ({
    ...layOut(opening, said),
    citations,
  }));
}

function withoutShort({ citation, claim }: CitedClaim): CitedClaim {
  return { citation, claim: { ...claim, short: null } };
}

/**
 * "Not in the document", with the one to three sentences that come nearest; their markers are 0. `only`: the document that alone was
 * asked, where there are others.
 */
export function composeRefusal(
  ranked: readonly Evidence[],
  context: ComposeContext,
  only?: DocumentId,
): Composition {
  const citations = ranked
    .slice(0, NEAREST_SENTENCES)
    .map((evidence) => citeEvidence(evidence, 0, context.matcher));
  return { answer: refusalWords(context, only), citations, emphasis: [] };
}

function refusalWords({ snapshot, language, messages }: ComposeContext, only?: DocumentId): string {
  if (only === undefined || snapshot.documents.size === 1) {
    return messages.text('answer-not-in-document');
  }
  const title = snapshot.documents.get(only)?.description.title[language] ?? only;
  return messages.text('answer-not-in-this-document', { title });
}

/** A claim with the citation that proves it. */
interface CitedClaim {
  readonly citation: Citation;
  readonly claim: Claim;
}

/** Claims one under the other, each with its marker at its end. */
function layOut(
  opening: string,
  claims: readonly CitedClaim[],
): Pick<Composition, 'answer' | 'emphasis'> {
  let answer = opening;
  const emphasis: Span[] = [];
  for (const { citation, claim } of claims) {
    if (answer !== opening) answer += '\n';
    const { short, source, sentence, gloss } = claim;
    if (short !== null) {
      emphasis.push({ start: answer.length, end: answer.length + short.length });
    }
    const lines = [short, source, sentence, gloss].filter((line) => line !== null);
    answer += `${lines.join('\n')} [${citation.marker}]`;
  }
  return { answer, emphasis };
}
