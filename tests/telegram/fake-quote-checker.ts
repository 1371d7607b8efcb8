import type { QuoteCheck, QuoteChecker } from '../../src/proof/quote-check.ts';
import { QUOTE } from './fake-answerer.ts';

/** A check of whatever was forwarded. */
export function check(changes: Partial<QuoteCheck> = {}): QuoteCheck {
  return {
    text: '',
    verdict: 'exact',
    variant: false,
    via: 'source',
    citation: {
      marker: 0,
      document: 'statement',
      passage: 'passage-0000000001',
      sentence: 'sentence-000000001',
      quote: QUOTE,
      start: 10,
      end: 10 + QUOTE.length,
      rendition: null,
    },
    difference: [],
    ...changes,
  };
}

/** Finds what it was told to and throws at anything else; records what it was asked. */
export class FakeQuoteChecker implements QuoteChecker {
  readonly asked: string[] = [];
  readonly #script = new Map<string, QuoteCheck | Error>();

  /** What a text gets, from now on. */
  on(text: string, found: QuoteCheck | Error = check()): this {
    this.#script.set(text, found);
    return this;
  }

  check({ text }: { readonly text: string }): QuoteCheck {
    this.asked.push(text);
    const found = this.#script.get(text);
    if (found === undefined) throw new Error(`Unscripted text: ${text}`);
    if (found instanceof Error) throw found;
    return found;
  }
}
