import { createRequire } from 'node:module';

import type { GlobalFonts } from '@napi-rs/canvas';

/** The families by which text is drawn: Latin letters first, because the Arabic files have some signs of their own. */
export const FONT_FAMILY = '"Pirsyar Latin", "Pirsyar Arabic"';

const FAMILIES = [
  ['Pirsyar Latin', 'latin'],
  ['Pirsyar Arabic', 'arabic'],
] as const;
const WEIGHTS = [400, 700] as const;

/** Makes Noto Sans Arabic known under names of our own, so that no font of the system stands in for it. @throws where a file can't be read. */
export function registerFonts(fonts: typeof GlobalFonts): void {
  const { resolve } = createRequire(import.meta.url);
  for (const [family, letters] of FAMILIES) {
    for (const weight of WEIGHTS) {
      const name = `noto-sans-arabic-${letters}-${weight}-normal.woff2`;
      const file = resolve(`@fontsource/noto-sans-arabic/files/${name}`);
      if (fonts.registerFromPath(file, family) === null) {
        throw new Error(`the font ${name} can't be read`);
      }
    }
  }
}
