import type { QuoteCheck, QuoteChecker } from '../../src/proof/quote-check.ts';
import { citation } from './fake-answerer.ts';
import { Script } from './script.ts';

/** A check of whatever was forwarded. */
export function check(changes: Partial<QuoteCheck> = {}): QuoteCheck {
  return {
    text: '',
    verdict: 'exact',
    variant: false,
    via: 'source',
    citation: citation({ marker: 0 }),
    difference: [],
    ...changes,
  };
}

/** Finds what it was told to and throws at anything else; records what it was asked. */
export class FakeQuoteChecker implements QuoteChecker {
  readonly asked: string[] = [];
  readonly #script = new Script<QuoteCheck>();

  /** What a text gets, from now on. */
  on(text: string, found: QuoteCheck | Error = check()): this {
    this.#script.set(text, found);
    return this;
  }

  check({ text }: { readonly text: string }): QuoteCheck {
    this.asked.push(text);
    return this.#script.replyTo(text);
  }
}
