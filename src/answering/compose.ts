import type { Messages } from '../messages.ts';
import type { Snapshot } from '../retrieval/snapshot.ts';
import type { AnswerLanguage, Citation } from './answer.ts';
import type { Evidence } from './evidence.ts';
import type { Matcher } from './matcher.ts';
import { quoteSpan } from './quote.ts';

/** The words of an answer and the sentences it rests on. */
export interface Composition {
  readonly answer: string;
  readonly citations: readonly Citation[];
}

/** What composing needs to know. */
export interface ComposeContext {
  readonly snapshot: Snapshot;
  readonly matcher: Matcher;
  readonly language: AnswerLanguage;
  readonly messages: Messages;
}

/** A second sentence is cited where it stands at least this near to the first … */
const NEAR_SCORE = 0.85;
/** … and tells at least this share of the question that the first doesn't. */
const NEW_COVERAGE = 0.2;
const NEAREST_SENTENCES = 3;

/** An answer made of the document's own sentences: the best one, and a second where it adds to it. */
export function composeExtractive(
  ranked: readonly Evidence[],
  context: ComposeContext,
): Composition {
  const chosen = chooseSentences(ranked);
  const citations = chosen.map((evidence, index) => cite(evidence, index + 1, context));
  const sentences = citations.map((citation) => `${claim(citation, context)} [${citation.marker}]`);
  return { answer: sentences.join(' '), citations };
}

/** "Not in the document", with the one to three sentences that come nearest; their markers are 0. */
export function composeRefusal(ranked: readonly Evidence[], context: ComposeContext): Composition {
  const citations = ranked
    .slice(0, NEAREST_SENTENCES)
    .map((evidence) => cite(evidence, 0, context));
  return { answer: context.messages.text('answer-not-in-document'), citations };
}

function chooseSentences(ranked: readonly Evidence[]): Evidence[] {
  const [first, ...others] = ranked;
  if (first === undefined) return [];
  const second = others.find(
    (evidence) =>
      evidence.score >= NEAR_SCORE * first.score && newCoverage(first, evidence) >= NEW_COVERAGE,
  );
  return second === undefined ? [first] : [first, second];
}

/** The share of the question that the second sentence holds beyond the first. */
function newCoverage(first: Evidence, second: Evidence): number {
  const total = second.match.gains.reduce((sum, gain) => sum + gain, 0);
  const beyond = second.match.gains.reduce(
    (sum, gain, term) => sum + Math.max(0, gain - (first.match.gains[term] ?? 0)),
    0,
  );
  return total === 0 ? 0 : (second.match.coverage * beyond) / total;
}

function cite(evidence: Evidence, marker: number, { snapshot, matcher }: ComposeContext): Citation {
  const { hit, sentence } = evidence;
  const { document, id } = hit.passage;
  const source = snapshot.documents.get(document)?.source ?? '';
  const { starts, sorani } = evidence.analysed;
  const span = quoteSpan(sentence, ({ start, end }) => {
    const words = sorani.filter((_, word) => isWithin(starts[word], start, end));
    return matcher.match({ sorani: words, english: [] }).coverage;
  });
  return {
    marker,
    document,
    passage: id,
    sentence: sentence.id,
    quote: source.slice(span.start, span.end),
    ...span,
    rendition: sentence.rendition,
  };
}

function isWithin(position: number | undefined, start: number, end: number): boolean {
  return position !== undefined && position >= start && position < end;
}

/** What the answer says of a citation: in Sorani its own words, in English the rendition or a frame round the quote. */
function claim(citation: Citation, { snapshot, language, messages }: ComposeContext): string {
  if (language === 'ckb') return citation.quote;
  if (citation.rendition !== null) return citation.rendition.text;
  const title = snapshot.documents.get(citation.document)?.description.title.en;
  return `${messages.text('answer-frame', { title: title ?? citation.document })} “${citation.quote}”`;
}
