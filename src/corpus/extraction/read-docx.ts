import mammoth from 'mammoth';

import { checkArchive } from './archive.ts';
import type { Blocks } from './blocks.ts';
import type { ExtractionProblem } from './extraction.ts';
import { readHtml } from './html-blocks.ts';

/** Pictures are no text: their bytes aren't even decoded. */
const WITHOUT_IMAGES = mammoth.images.imgElement(async () => ({ src: '' }));

/** Reads the text of a Word document. Throws where its XML is damaged. */
export async function readDocx(
  bytes: Uint8Array,
): Promise<Blocks | { readonly problem: ExtractionProblem }> {
  const problem = await checkArchive(bytes);
  if (problem !== null) return { problem };
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: WITHOUT_IMAGES, externalFileAccess: false },
  );
  return readHtml(value);
}
