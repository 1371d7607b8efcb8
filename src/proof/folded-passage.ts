import type { Passage } from '../corpus/document.ts';
import type { TextSide } from '../retrieval/text-side.ts';
import { foldPieces } from './quote-fold.ts';
import type { QuoteFold, SourcePiece } from './quote-fold.ts';

const SIDES: Readonly<Record<TextSide, WeakMap<Passage, QuoteFold>>> = {
  sorani: new WeakMap(),
  english: new WeakMap(),
};

/** The fold of a passage or of its rendition, made once; offsets are those of the document's source, or of the rendition's. */
export function foldPassage(passage: Passage, side: TextSide): QuoteFold {
  const known = SIDES[side].get(passage);
  if (known !== undefined) return known;
  const fold = foldPieces(side === 'sorani' ? [passage] : renditionPieces(passage));
  SIDES[side].set(passage, fold);
  return fold;
}

/** The sentences of a passage's rendition, each once: one that was cut gives its rendition to every piece. */
export function renditionPieces({ sentences }: Passage): SourcePiece[] {
  return sentences.flatMap(({ rendition }, index) =>
    rendition === null || rendition === sentences[index - 1]?.rendition ? [] : [rendition],
  );
}
