import fc from 'fast-check';

import { parseCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus } from '../../src/corpus/corpus.ts';
import type { DocumentFiles } from '../../src/corpus/read-files.ts';

/** A paragraph: sentences by their numbers in SORANI and ENGLISH, which belong together. */
type Paragraph = readonly number[];

interface Written {
  readonly id: string;
  readonly paragraphs: readonly Paragraph[];
  readonly hasRendition: boolean;
}

/** Few different sentences, so that they come again in other places and documents. */
const SORANI = [
  'ڕووباری زێ لە چیاکان سەرچاوە دەگرێت.',
  'قوتابخانەیەکی نوێ لە گەڕەکی ئازادی کرایەوە.',
  'نرخی گەنم لە بازاڕ بەرز بووەوە.',
  'وەفدێکی عێراق گەیشتە واشنتن.',
  'ئاو و ئاو و ئاو.',
  'سەرۆک وەزیران لە ٢٠٢١ لە بەغدا کوشت و دەکوژێت.',
  'شاندەکەی بلینکن چوو.',
  '!',
] as const;
const ENGLISH = [
  'The Zab rises in the mountains.',
  'A new school was opened in Azadi.',
  'Wheat rose in price.',
  'A delegation of Iraq arrived in Washington.',
  'Water and water and water.',
  'The prime minister was in Baghdad in 2021.',
  'The delegation of Blinken went.',
  'Yes!',
] as const;

const document = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  paragraphs: fc.array(fc.array(fc.nat(SORANI.length - 1), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  }),
  hasRendition: fc.boolean(),
});

/** Documents in any order, each id once. */
const documents = fc.uniqueArray(document, { selector: ({ id }) => id, maxLength: 4 });

/**
 * A corpus and what becomes of it, version by version: documents come, go, change, change places, stay, and their paragraphs do the
 * same.
 */
export const corpusVersions: fc.Arbitrary<Corpus[]> = fc
  .array(documents, { minLength: 2, maxLength: 4 })
  .chain((versions) =>
    fc.tuple(
      fc.constant(versions),
      fc.array(fc.integer({ min: 0, max: 2 }), {
        minLength: versions.length,
        maxLength: versions.length,
      }),
    ),
  )
  .map(([versions, kinds]) => {
    const edited: (readonly Written[])[] = [];
    for (const [number, version] of versions.entries()) {
      edited.push(edit(edited.at(-1) ?? [], version, kinds[number] ?? 0));
    }
    return edited.map((version) => corpusOf(version));
  });

/** Another version: all new, the old one with what is new in its place, or the old one backwards without its first paragraphs. */
function edit(
  before: readonly Written[],
  version: readonly Written[],
  kind: number,
): readonly Written[] {
  if (kind === 0) return version;
  const changed = new Map(version.map((one) => [one.id, one]));
  if (kind === 1) return before.map((one) => changed.get(one.id) ?? one);
  return before
    .toReversed()
    .map((one) => (changed.has(one.id) ? { ...one, paragraphs: one.paragraphs.slice(1) } : one));
}

function corpusOf(written: readonly Written[]): Corpus {
  return parseCorpus({ documents: written.map(toFiles), failed: [] });
}

function toFiles({ id, paragraphs, hasRendition }: Written): DocumentFiles {
  const write = (sentences: readonly string[]): Buffer =>
    Buffer.from(
      paragraphs
        .map((paragraph) => paragraph.map((number) => sentences[number]).join(' '))
        .join('\n\n'),
    );
  return {
    id,
    sorani: write(SORANI),
    english: hasRendition ? write(ENGLISH) : null,
    description: null,
    unreadable: [],
    hash: JSON.stringify([paragraphs, hasRendition]),
  };
}
