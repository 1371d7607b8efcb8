import type { Span } from '../corpus/document.ts';
import { writeForReader } from '../language/answer-types/for-reader.ts';
import { DATES } from '../language/answer-types/span.ts';
import type { SpanKind } from '../language/answer-types/span.ts';
import { toArabicDigits } from '../language/digits.ts';
import { unprovenNames } from '../proof/unproven.ts';
import { dictionaryOf } from '../retrieval/snapshot.ts';
import type { Citation } from './answer.ts';
import type { ComposeContext, ExtractiveContext } from './composition.ts';
import { dateFor } from './document-listing.ts';
import type { Evidence } from './evidence.ts';
import { shortSpan } from './short-span.ts';
import type { Decision } from './yes-no.ts';

/** What an answer says of one sentence, in the reader's language; its parts stand in this order. */
export interface Claim {
  /** What of the sentence answers, alone; null where nothing shorter does. */
  readonly short: string | null;
  /** Which document speaks; null where the claim before has said so, or where there is only one document and no need of a frame. */
  readonly source: string | null;
  /** The sentence itself in the words of the document or of its rendition. */
  readonly sentence: string;
  /** A Sorani sentence word by word, for a reader of English who has no rendition; else null. */
  readonly gloss: string | null;
}

/** Above this share of its sentence, a span says it no shorter. */
const MOST_OF_SENTENCE = 0.6;

/** What saying something of a sentence needs to know. */
export interface ClaimContext extends ExtractiveContext {
  /** Whether the claim before has named the document. */
  readonly isNamed: boolean;
  /** Whether the sentence answers, and not only adds to one that does: what is shortest of it is said then. */
  readonly answers: boolean;
  /** What the sentence says to a question of yes or no, where that is sure. */
  readonly decision: Decision | null;
}

/** What to say of a sentence that is cited. */
export function claimOf(evidence: Evidence, citation: Citation, context: ClaimContext): Claim {
  const claim = sayOf(evidence, citation, context);
  const { decision, answers, messages } = context;
  if (decision !== null) return { ...claim, short: messages.text(`answer-${decision}`) };
  return answers ? claim : { ...claim, short: null };
}

function sayOf(evidence: Evidence, citation: Citation, context: ClaimContext): Claim {
  const { rendition, quote } = citation;
  if (context.language === 'en' && rendition === null) {
    return inFrame(evidence, citation, context);
  }
  const isSorani = context.language === 'ckb';
  const isOnly = context.snapshot.documents.size === 1;
  return {
    short: isSorani ? shortInSorani(evidence) : shortInRendition(evidence, context),
    source: isOnly || context.isNamed ? null : say('answer-source', citation, context),
    sentence: isSorani ? quote : (rendition?.text ?? quote),
    gloss: null,
  };
}

/** A Sorani sentence for a reader of English: what answers, in English where that can be said; the sentence; its words. */
function inFrame({ answer, sentence }: Evidence, citation: Citation, context: ClaimContext): Claim {
  const span = shortSpan(answer.sorani, sentence.text);
  const short = span === null ? null : context.inEnglish.short(span.text, span.kind);
  const words = context.inEnglish.gloss(citation.quote);
  return {
    short,
    source: context.isNamed ? null : say('answer-frame', citation, context),
    sentence: `\u201C${citation.quote}\u201D`,
    gloss: words === null ? null : context.messages.text('answer-gloss', { words }),
  };
}

/** Names the document in the reader's language, with its date. */
function say(
  key: 'answer-source' | 'answer-frame',
  { document }: Citation,
  { snapshot, language, messages }: ComposeContext,
): string {
  const description = snapshot.documents.get(document)?.description;
  const title = description?.title[language] ?? document;
  const date = dateFor(description?.date ?? null, language);
  return messages.text(key, { title, date: date ?? 'none' });
}

function shortInSorani({ answer, sentence }: Evidence): string | null {
  const span = shortSpan(answer.sorani, sentence.text);
  if (span === null || !isShort(span, sentence.text)) return null;
  const { kind, text } = span;
  const isTime = kind !== null && TIMES.has(kind);
  return (isTime ? writeForReader(text, kind, 'ckb') : null) ?? toArabicDigits(text);
}

const TIMES: ReadonlySet<SpanKind> = new Set<SpanKind>(DATES);

function shortInRendition(
  { answer, sentence }: Evidence,
  { snapshot }: ComposeContext,
): string | null {
  const text = sentence.rendition?.text ?? '';
  const span = shortSpan(answer.english, text);
  if (span === null || !isShort(span, text)) return null;
  // Where the two languages name different people, one of them is wrong, and it can't be told which.
  const other = answer.sorani.span;
  const isPerson = span.kind === 'person' && other?.kind === 'person';
  const inSorani = isPerson ? sentence.text.slice(other.start, other.end) : '';
  const doubts = isPerson ? unprovenNames(span.text, [inSorani], dictionaryOf(snapshot)) : [];
  return doubts.length > 0 ? null : span.text;
}

function isShort({ start, end }: Span, text: string): boolean {
  return end - start <= MOST_OF_SENTENCE * text.length;
}
