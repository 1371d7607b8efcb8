import { tidyParagraph } from './tidy.ts';

/** A text in the making: paragraphs, and the heading that may serve as its title. */
export interface Blocks {
  readonly paragraphs: readonly string[];
  readonly title: string | null;
}

/** Between the cells of a row; the same in every format. */
export const CELL_SEPARATOR = ' | ';

/** Paragraphs with a blank line between them; those without a letter or a digit are left out. */
export function textOfBlocks(paragraphs: readonly string[]): string {
  return paragraphs
    .map(tidyParagraph)
    .filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph))
    .join('\n\n');
}
