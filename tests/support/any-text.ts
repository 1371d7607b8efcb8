import fc from 'fast-check';

/** The same texts in every run, so that a test which passes once passes again. */
export const FIXED = { seed: 7_04_2021, numRuns: 500 } as const;

/** Words as they are typed and printed, on every keyboard that Sorani is written with. */
const WORDS = [
  'ڕاگەیێندراو',
  'رۆژی',
  'شاندەکەی',
  'عێراق',
  'حوسێن',
  'كوردستاني',
  'هه\u200Cرێمی',
  'سه\u200Cروكى',
  'ئؤردن',
  'بەڕێوە\u200Cچوو',
  'مـــاوە',
  'کَتێب',
  'د.',
  'پ.د.',
  '٠٧',
  '۲۰۲۱',
  '1,000.50',
  '٤٫٤٠',
  '\uFEEA\uFEE9\uFEFB',
  '\uFDF2',
  'Blinken',
  "Iraq's",
  'serokî',
  'şe\u0302v',
  '🙂',
  '\u2764\uFE0F',
  '\u200Fئا\u200E',
  'ە',
  'ر',
  'ە\u0654',
] as const;

const ENDINGS = ['', '.', '؟', '!', '،', '؛', '…', '."', '؟»', '!)', '.\u200F', ':'] as const;
const GAPS = [' ', '  ', '\n', '\r\n', '\t', '\n\n', '\r\n \r\n', '\u00A0'] as const;

/** What a text is most easily broken by: marks, joiners, controls, halves of characters, forms that become several letters. */
const HARD = [
  ...'\u0640\u064E\u065A\u0654\u200C\u200D\u200F\u2068\uFEFF\u0301\u0302\u0344\u0000\u0130',
  ...'\uFDFA\uFDFC\uFDF6\uFC5E\uFE77\uFEEA\uFEF7\u0958\u212B\u00BD\uFF17\u066B\u066C',
  ..."هھرليوةكeS'’7٧۷., \n😀",
  '\uD800',
  '\uDC00',
] as const;

const arabicUnit = fc.oneof(
  fc.integer({ min: 0x0600, max: 0x06ff }),
  fc.integer({ min: 0xfb50, max: 0xfdff }),
  fc.integer({ min: 0xfe70, max: 0xfeff }),
  fc.integer({ min: 0x0300, max: 0x036f }),
  fc.constant(0x20),
);

/** Sorani as people write it: words with their endings and gaps, some Latin and numbers among them. */
export const writtenText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...ENDINGS), fc.constantFrom(...GAPS)),
    { maxLength: 40 },
  )
  .map((parts) => parts.flat().join(''));

/** Anything at all: Sorani, broken pieces of it, and any code units, lone surrogates among them. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  writtenText,
  fc.array(fc.constantFrom(...HARD), { maxLength: 24 }).map((units) => units.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 24 }).map(fromUnits),
  fc.array(arabicUnit, { maxLength: 24 }).map(fromUnits),
  fc
    .tuple(writtenText, fc.string({ unit: 'binary', maxLength: 24 }))
    .map((parts) => parts.join('')),
);

function fromUnits(units: readonly number[]): string {
  return String.fromCharCode(...units);
}

/** Every character of a text that is no white space, in order. */
export function visible(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}
