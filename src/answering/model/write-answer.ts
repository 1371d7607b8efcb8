import type { Passage } from '../../corpus/document.ts';
import type { Log } from '../../log.ts';
import type { Snapshot } from '../../retrieval/snapshot.ts';
import type { AnswerLanguage, AnswerOptions } from '../answer.ts';
import { ModelFailure } from '../chat-model.ts';
import type { ChatModel } from '../chat-model.ts';
import type { Composition } from '../composition.ts';
import { joinSentences } from './join-sentences.ts';
import { passagesBlock } from './passages-block.ts';
import { asData } from './prompts.ts';
import type { Prompts } from './prompts.ts';
import { createProver } from './prove-sentence.ts';
import type { FailedSentence, Prover, ProvenText, Verdict } from './prove-sentence.ts';
import { readBeginning, readReply, REPLY_SHAPE } from './reply.ts';
import type { ClaimedSentence } from './reply.ts';

/** What an answer is written from. */
export interface WritingTask {
  readonly snapshot: Snapshot;
  readonly language: AnswerLanguage;
  readonly question: string;
  /** As the model is given them; passage `n` of its reply is `passages[n - 1]`. */
  readonly passages: readonly Passage[];
}

interface Writer {
  readonly chat: ChatModel;
  readonly prompts: Prompts;
  readonly log: Log;
}

const LANGUAGE_NAMES: Readonly<Record<AnswerLanguage, string>> = {
  ckb: 'Sorani Kurdish, in Arabic letters',
  en: 'English',
};

/**
 * Has a model write an answer. Each sentence is proven before anybody sees it; those that can't be are sent back once,
 * then dropped. Null where nothing is left, or the model found nothing.
 *
 * @throws {ModelFailure} if the model doesn't answer, or not usably.
 */
export async function writeAnswer(
  task: WritingTask,
  writer: Writer,
  options: AnswerOptions,
): Promise<Composition | null> {
  const slots = {
    language: LANGUAGE_NAMES[task.language],
    passages: passagesBlock(task.passages, task.snapshot.documents),
    question: asData(task.question),
  };
  const prompt = await writer.prompts.fill('compose', slots);
  const prove = createProver({ ...task, told: prompt.system });
  const reply = await writer.chat.complete(
    { purpose: 'compose', ...prompt, shape: REPLY_SHAPE },
    { ...signalOf(options), onText: draftsFrom(task, prove, options) },
  );
  const claimed = readReply(reply, task.passages.length);
  if (claimed === null) throw new ModelFailure('unusable', 'its reply has not the form asked for');
  const verdicts = claimed.map((sentence) => prove(sentence));
  const failed = verdicts.filter((verdict): verdict is FailedSentence => !verdict.isProven);
  if (failed.length === 0) return joinSentences(verdicts.flatMap(textsOf));
  writer.log.info('Sentences of a model could not be proven.', { count: failed.length });
  const repaired = await repair(failed, slots, { task, writer, options });
  return joinSentences(inPlace(verdicts, repaired));
}

/** A beginning is read again when it has grown so much, in UTF-16 code units: reading each letter's would take as long as the model. */
const DRAFT_STEP = 32;
/** No answer that is read to its end begins with more. */
const LONGEST_DRAFT = 10_000;

/** Proven sentences as they come: what a reader sees while an answer is written. */
function draftsFrom(
  { passages }: WritingTask,
  prove: Prover,
  { onDraft }: AnswerOptions,
): (soFar: string) => void {
  let shown = 0;
  let read = 0;
  return (soFar) => {
    if (onDraft === undefined || soFar.length < read + DRAFT_STEP || soFar.length > LONGEST_DRAFT)
      return;
    read = soFar.length;
    const proven = readBeginning(soFar, passages.length)
      .map((sentence) => prove(sentence))
      .flatMap(textsOf);
    if (proven.length <= shown) return;
    shown = proven.length;
    onDraft(joinSentences(proven)?.answer ?? '');
  };
}

/** In UTF-16 code units. */
const LONGEST_SENT_BACK = 400;

interface Repairing {
  readonly task: WritingTask;
  readonly writer: Writer;
  readonly options: AnswerOptions;
}

/** The failed sentences, corrected once; a model that fails at this leaves what was proven before. */
async function repair(
  failed: readonly FailedSentence[],
  slots: Readonly<Record<'language' | 'passages' | 'question', string>>,
  { task, writer, options }: Repairing,
): Promise<ProvenText[]> {
  const sentences = failed
    .map(({ sentence, reasons }) =>
      asData(`${cut(sentence.parts.join(' '))} [${cut(reasons.join('; '))}]`),
    )
    .join('\n');
  try {
    const prompt = await writer.prompts.fill('repair', { ...slots, sentences });
    const prove = createProver({ ...task, told: prompt.system });
    const reply = await writer.chat.complete(
      { purpose: 'repair', ...prompt, shape: REPLY_SHAPE },
      signalOf(options),
    );
    const claimed: readonly ClaimedSentence[] = readReply(reply, task.passages.length) ?? [];
    return claimed.map((sentence) => prove(sentence)).flatMap(textsOf);
  } catch (error) {
    // What is proven already is an answer, though nothing more may come in time.
    if (!(error instanceof ModelFailure)) throw error;
    writer.log.warn('The model corrected nothing.', { cause: error.reason });
    return [];
  }
}

/** What a model wrote of one sentence, as much as is worth sending back. */
function cut(text: string): string {
  return text.slice(0, LONGEST_SENT_BACK);
}

function signalOf({ signal }: AnswerOptions): Pick<AnswerOptions, 'signal'> {
  return signal === undefined ? {} : { signal };
}

/** The proven sentences in their order, the repaired ones where the first failed one stood. */
function inPlace(verdicts: readonly Verdict[], repaired: readonly ProvenText[]): ProvenText[] {
  const place = verdicts.findIndex((verdict) => !verdict.isProven);
  return [
    ...verdicts.slice(0, place).flatMap(textsOf),
    ...repaired,
    ...verdicts.slice(place).flatMap(textsOf),
  ];
}

function textsOf(verdict: Verdict): readonly ProvenText[] {
  return verdict.isProven ? verdict.parts : [];
}
