import { lazily } from '../lazily.ts';
import { findAll } from './span.ts';
import type { ReadableText, SpanKind, TypedSpan } from './span.ts';

/** What a clause goes on with: up to a mark that ends it. A mark inside a number ends nothing. */
const REST = '[^\\n.؛;!?؟]*?';
const STOP = '(?=[؛;.!?؟](?:\\s|["»”)]|$)|\\n|$)';
/** A comma ends a short phrase, not a whole clause. */
const PHRASE = '[^\\n.،,؛;:!?؟]+';
const START = '(?<![\\p{L}\\p{M}])';

/** Purposes and causes: conjunctions, which bring a clause, and prepositions, which bring a phrase. */
const PATTERNS: readonly (readonly [SpanKind, string, boolean?])[] = [
  [
    'reason',
    `${START}(?:بۆ ?ئەوەی|بۆ ئەوە|تاوەکو|تاکو|هەتاکو|چونکە|چونکو|چونکی|لەبەر ?ئەوەی|لە بەر ئەوەی|بەهۆی ?ئەوەی|بە ?هۆکاری|لەبەرئەوە|بە ?مەبەستی|لە ?پێناو(?:ی)?|لەوەوە)(?!\\p{L})${REST}${STOP}`,
  ],
  [
    'reason',
    `${START}(?:بەهۆی|بەهۆ|بە هۆی|بە هۆ|لەبەر|لە بەر|لە ?سۆنگەی|لەئەنجامی|لە ئەنجامی|لە ?بەرامبەر|لە ?سایەی|هۆکار(?:ی|ەکەی|ەکە))(?!\\p{L})${PHRASE}`,
  ],
  [
    'reason',
    `${START}بۆ (?!ئەوەی|سەر|ناو|لای)\\p{L}+(?:ن|نی|نەوە|نەوەی|کردن|کردنی)(?!\\p{L})${PHRASE}`,
    true,
  ],
  ['reason', `${START}بۆ \\p{L}{3,}${PHRASE}`, true],
  [
    'reason',
    `${START}(?:because|so that|in order (?:to|that)|so as to|on the grounds that|given that|in that)(?!\\p{L})${REST}${STOP}`,
  ],
  [
    'reason',
    `${START}(?:because of|due to|owing to|thanks to|on account of|as a result of|in return for|for the sake of|amid)(?!\\p{L})${PHRASE}`,
  ],
  ['reason', `${START}(?:to|for) \\p{L}+${PHRASE}`, true],
  ['reason', `${START}(?:since|as) ${PHRASE}`, true],
  [
    'manner',
    `${START}(?:لە ?ڕێگەی|لە ?ڕێگای|لە ?ڕێی|بە ?هۆی|بەهۆی|بە ?کارهێنانی|بە ?کارھێنانی|بە ?شێوەی|بە ?یارمەتی|بە ?پشتبەستن|لە ?سەر ?بنچینەی|لەسەر شێوەی|هاوشێوەی|بەبێ|بە بێ)(?!\\p{L})${PHRASE}`,
  ],
  ['manner', `${START}بە (?!پێی|گوێرەی|وتەی|سەر|ناو|دوای)\\p{L}{2,}${PHRASE}`, true],
  [
    'manner',
    `${START}(?:by \\p{L}+ing|through|via|by means of|with the help of|by way of|using|on the basis of|without)(?!\\p{L})${PHRASE}`,
  ],
  ['manner', `${START}(?:by|with|like|as) \\p{L}+${PHRASE}`, true],
];

const COMPILED = lazily(() =>
  PATTERNS.map(
    ([kind, pattern, weak]) => [kind, new RegExp(pattern, 'gu'), weak ?? false] as const,
  ),
);
const TRAILING = /[\s"'»”)]+$/u;

/** What says why or how: from the word that announces it to the end of its clause. */
export function findClauses(text: ReadableText): TypedSpan[] {
  return COMPILED()
    .flatMap(([kind, pattern, weak]) => findAll(text, pattern, kind, weak))
    .map((span) => {
      const said = text.source.slice(span.start, span.end);
      return { ...span, end: span.end - (TRAILING.exec(said)?.[0].length ?? 0) };
    });
}
