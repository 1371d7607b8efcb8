import { readFile } from 'node:fs/promises';

/** What is drawn as a coloured picture, by itself or with the selector behind it. */
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;

/** `@font-face` rules, with the fonts in them, for a text: Sorani and Latin in three weights, and emoji if it has any. */
export async function fontFacesFor(text: string): Promise<string> {
  const sheets = [
    import.meta.resolve('@fontsource/noto-sans-arabic/400.css'),
    import.meta.resolve('@fontsource/noto-sans-arabic/500.css'),
    import.meta.resolve('@fontsource/noto-sans-arabic/700.css'),
    // One font of 6 MB, in a format that every browser draws; the small ones of this package are not.
    ...(EMOJI.test(text)
      ? [import.meta.resolve('@fontsource/noto-color-emoji/emoji-400.css')]
      : []),
  ];
  const faces = await Promise.all(sheets.map((sheet) => embeddedFaces(sheet)));
  return faces.flat().join('\n');
}

async function embeddedFaces(sheet: string): Promise<readonly string[]> {
  const css = await readFile(new URL(sheet), 'utf8');
  const faces = css.match(/@font-face \{[^}]*\}/gu) ?? [];
  return Promise.all(faces.map((face) => embed(face, sheet)));
}

async function embed(face: string, sheet: string): Promise<string> {
  const [source = '', path = ''] = /src: url\(([^)]+\.woff2)\)[^;]*/u.exec(face) ?? [];
  const font = await readFile(new URL(path, sheet), 'base64');
  return face.replace(source, `src: url(data:font/woff2;base64,${font})`);
}
