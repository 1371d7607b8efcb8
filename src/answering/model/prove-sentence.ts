import type { Passage, Sentence, Span } from '../../corpus/document.ts';
import { detectLanguage } from '../../language/detect.ts';
import { citedWords } from '../../proof/cited-words.ts';
import type { CitedWords } from '../../proof/cited-words.ts';
import { locateIn } from '../../proof/locate.ts';
import type { QuotePlace } from '../../proof/locate.ts';
import { readClaim, supportOf } from '../../proof/support.ts';
import { unproven } from '../../proof/unproven.ts';
import type { Dictionary } from '../../retrieval/dictionary.ts';
import { dictionaryOf } from '../../retrieval/snapshot.ts';
import type { Snapshot } from '../../retrieval/snapshot.ts';
import { TEXT_SIDES } from '../../retrieval/text-side.ts';
import type { AnswerLanguage, Citation } from '../answer.ts';
import { citeSentence } from '../cite.ts';
import { doubtForeign, doubtForm } from './doubt-form.ts';
import { doubtSupport, saysEnough } from './doubt-support.ts';
import { guardPrompt } from './prompt-words.ts';
import type { PromptGuard } from './prompt-words.ts';
import { quotedSpans } from './quoted-spans.ts';
import type { ClaimedQuote, ClaimedSentence } from './reply.ts';

/** Words whose every claim stands in what they cite; citations have no numbers yet. */
export interface ProvenText {
  /** Quotes within it are in the document's own spelling. */
  readonly text: string;
  /** At least one. */
  readonly citations: readonly Citation[];
}

/** A sentence that may be shown. */
interface ProvenSentence {
  readonly isProven: true;
  readonly sentence: ClaimedSentence;
  /** One for each of its parts. */
  readonly parts: readonly ProvenText[];
}

/** A sentence that may not be shown. */
export interface FailedSentence {
  readonly isProven: false;
  readonly sentence: ClaimedSentence;
  /** For the model that is to correct it; at least one. */
  readonly reasons: readonly string[];
}

/** What came of proving a sentence. */
export type Verdict = ProvenSentence | FailedSentence;

/** Proves sentences against the passages that a model was given. */
export type Prover = (sentence: ClaimedSentence) => Verdict;

/** What sentences are proven against. */
export interface ProverParts {
  readonly snapshot: Snapshot;
  readonly language: AnswerLanguage;
  /** Passage `n` of a claim is `passages[n - 1]`. */
  readonly passages: readonly Passage[];
  /** What the model was told besides, of which nothing may be shown. */
  readonly told: string;
}

/** A prover over some passages; what it was asked once it knows. */
export function createProver(parts: ProverParts): Prover {
  const prover = new SentenceProver(parts);
  const known = new Map<string, Verdict>();
  return (sentence) => {
    const key = JSON.stringify(sentence);
    const verdict = known.get(key) ?? prover.prove(sentence);
    known.set(key, verdict);
    return verdict;
  };
}

/** A sentence of a passage, and what of it was quoted. */
interface Proof {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly quoted: Span;
}

/** Why a sentence can't be proven; for the model that is to correct it. */
class Doubt {
  readonly reasons: readonly string[];
  constructor(...reasons: readonly string[]) {
    this.reasons = reasons;
  }
}

/** A quote touches so many sentences at most. */
const MOST_SENTENCES = 2;
/** How a sentence without a quote of its own finds its proof: the sentences that say most of it are tried. */
const MOST_TRIED = 3;

class SentenceProver {
  readonly #parts: ProverParts;
  readonly #dictionary: Dictionary;
  readonly #repeatsPrompt: PromptGuard;
  /** The words of sentences that were compared. */
  readonly #words = new Map<Sentence, CitedWords>();

  constructor(parts: ProverParts) {
    this.#parts = parts;
    this.#dictionary = dictionaryOf(parts.snapshot);
    this.#repeatsPrompt = guardPrompt(
      parts.told,
      parts.passages.flatMap(({ text, sentences }) => [
        text,
        ...sentences.map(({ rendition }) => rendition?.text ?? ''),
      ]),
    );
  }

  /** All of a sentence is proven, or nothing of it is shown: a part may have been cut off from what gives it away. */
  prove(sentence: ClaimedSentence): Verdict {
    const parts: ProvenText[] = [];
    for (const text of sentence.parts) {
      const proven = this.#tryToProve(text, sentence.quotes);
      if (proven instanceof Doubt) return { isProven: false, sentence, reasons: proven.reasons };
      parts.push(proven);
    }
    return { isProven: true, sentence, parts };
  }

  #tryToProve(claimed: string, quotes: readonly ClaimedQuote[]): ProvenText | Doubt {
    const form = doubtForm(claimed);
    if (form.length > 0) return new Doubt(...form);
    if (this.#repeatsPrompt(claimed)) return new Doubt('It is not about the documents.');
    const text = this.#inDocumentsSpelling(claimed);
    if (text instanceof Doubt) return text;
    if (!this.#isInLanguage(text)) return new Doubt('It is not in the language asked for.');
    const proofs = this.#proofsOf(quotes, text);
    if (proofs instanceof Doubt) return proofs;
    const doubts = this.#doubtsAbout(text, proofs);
    return doubts.length > 0 ? new Doubt(...doubts) : { text, citations: proofs.map(cite) };
  }

  /** Replaces every quote within a text by what the document has there. */
  #inDocumentsSpelling(text: string): string | Doubt {
    let spelt = text;
    for (const { start, end } of quotedSpans(text).toReversed()) {
      const quote = text.slice(start, end);
      const [place] = this.#places(quote, this.#parts.passages);
      if (place === undefined) return new Doubt(`“${quote}” does not stand in any passage.`);
      spelt = spelt.slice(0, start) + place.text + spelt.slice(end);
    }
    return spelt;
  }

  /** What stands within quotation marks may be in another language. */
  #isInLanguage(text: string): boolean {
    const own = quotedSpans(text)
      .toReversed()
      .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
    const language = detectLanguage(own);
    return this.#parts.language === 'ckb' ? language === 'ckb' : !language.startsWith('ckb');
  }

  #proofsOf(quotes: readonly ClaimedQuote[], text: string): readonly Proof[] | Doubt {
    if (quotes.length === 0) return this.#searchedProof(text, this.#parts.passages);
    const proofs: Proof[] = [];
    for (const quote of quotes) {
      const found = this.#proofOf(quote, text);
      if (found instanceof Doubt) return found;
      proofs.push(
        ...found.filter((one) => !proofs.some(({ sentence }) => sentence === one.sentence)),
      );
    }
    return proofs;
  }

  #proofOf({ passage: number, quote }: ClaimedQuote, text: string): readonly Proof[] | Doubt {
    const passage = this.#parts.passages[number - 1];
    if (quote === null) {
      return passage === undefined
        ? new Doubt(`There is no passage ${number}.`)
        : this.#searchedProof(text, [passage]);
    }
    const named = passage === undefined ? [] : this.#places(quote, [passage]);
    // The words are what proves; models miscount.
    const [place] = named.length > 0 ? named : this.#places(quote, this.#parts.passages);
    if (place === undefined) return new Doubt(`“${quote}” does not stand in passage ${number}.`);
    if (place.sentences.length > MOST_SENTENCES) {
      return new Doubt(`The quote from passage ${number} is longer than a sentence.`);
    }
    return place.sentences.map((sentence) => ({
      passage: place.passage,
      sentence,
      quoted: place.side === 'sorani' ? place : sentence,
    }));
  }

  #places(quote: string, passages: readonly Passage[]): QuotePlace[] {
    return TEXT_SIDES.flatMap((side) => locateIn(passages, quote, { side }));
  }

  /** The one sentence of some passages that proves a text, where the model named none. */
  #searchedProof(text: string, passages: readonly Passage[]): readonly Proof[] | Doubt {
    if (!saysEnough(text, this.#dictionary))
      return new Doubt('It says little, and names no quote.');
    const sentences = passages.flatMap((passage) =>
      passage.sentences.map((sentence) => ({ passage, sentence, quoted: sentence })),
    );
    const claim = readClaim(text, this.#dictionary);
    const supported = sentences
      .map((proof) => ({ proof, support: supportOf(claim, this.#wordsOf(proof)) }))
      .toSorted((left, right) => right.support - left.support)
      .slice(0, MOST_TRIED);
    const proving = supported.find(({ proof }) => this.#doubtsAbout(text, [proof]).length === 0);
    return proving === undefined
      ? new Doubt('It names no quote, and no sentence of the passages proves it.')
      : [proving.proof];
  }

  #wordsOf(proof: Proof): CitedWords {
    const words = this.#words.get(proof.sentence) ?? citedWords(textsOf([proof]));
    this.#words.set(proof.sentence, words);
    return words;
  }

  #doubtsAbout(text: string, proofs: readonly Proof[]): string[] {
    const texts = textsOf(proofs);
    return [
      ...unproven(text, texts, this.#dictionary).map(({ reason }) => reason),
      ...doubtForeign(text, texts, this.#parts.language),
      ...doubtSupport(text, texts, this.#dictionary),
    ];
  }
}

/** What a claim rests on: the sentences cited and their renditions. */
function textsOf(proofs: readonly Proof[]): string[] {
  return proofs.flatMap(({ sentence }) => [sentence.text, sentence.rendition?.text ?? '']);
}

function cite({ passage, sentence, quoted }: Proof): Citation {
  return citeSentence(passage, sentence, 0, ({ start, end }) => {
    const from = Math.max(start + sentence.start, quoted.start);
    const to = Math.min(end + sentence.start, quoted.end);
    return Math.max(0, to - from);
  });
}
