import { fromBufferPromise } from 'yauzl';
import type { Entry } from 'yauzl';

import type { ExtractionProblem } from './extraction.ts';

/** More parts than the longest of documents has. */
const MAX_ENTRIES = 5_000;
/** Of all entries unpacked. */
const MAX_BYTES = 200 * 1024 * 1024;
/** Of the XML parts, which are unpacked in memory and parsed into something many times larger. */
const MAX_XML_BYTES = 50 * 1024 * 1024;
/** Text packs to a tenth or so; a bomb to a thousandth. Small parts may repeat themselves. */
const MAX_RATIO = 200;
const RATIO_FROM_BYTES = 1024 * 1024;
const ENCRYPTED_FLAG = 1;

/**
 * What is wrong with a ZIP file by its directory of entries, before anything is unpacked; null where it is safe. An entry that
 * is larger than its directory says is met by the bound on the memory of the process that unpacks it.
 */
export async function checkArchive(bytes: Uint8Array): Promise<ExtractionProblem | null> {
  let entries = 0;
  let unpacked = 0;
  let xml = 0;
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    for await (const entry of archive.eachEntry()) {
      entries += 1;
      unpacked += entry.uncompressedSize;
      if (/\.(?:xml|rels)$/iu.test(entry.fileName)) xml += entry.uncompressedSize;
      if ((entry.generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0) return 'password';
      if (entries > MAX_ENTRIES || unpacked > MAX_BYTES || xml > MAX_XML_BYTES || isBomb(entry)) {
        return 'too-large';
      }
    }
  } catch {
    return 'damaged';
  }
  return null;
}

function isBomb({ compressedSize, uncompressedSize }: Entry): boolean {
  return uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO;
}
