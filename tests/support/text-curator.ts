import { join } from 'node:path';

import type { Extraction } from '../../src/corpus/extraction/extraction.ts';
import { createCurator } from '../../src/curation/curator.ts';
import type { Curator } from '../../src/curation/curator.ts';
import { writeFiles } from './temporary-folder.ts';

/** A curator over a folder with one document and those that are named, whose files hold nothing but their own text. */
export function textCurator(
  directory: string,
  more: Readonly<Record<string, string>> = {},
): Curator {
  writeFiles(join(directory, 'documents'), {
    'old.ckb.txt': 'ڕستەیەکی کۆن لێرەیە.',
    'old.json': '{"title":{"ckb":"کۆن","en":"Old"}}',
    ...more,
  });
  let at = 0;
  return createCurator({
    documentsDirectory: join(directory, 'documents'),
    uploadsDirectory: join(directory, 'state', 'documents'),
    incomingDirectory: join(directory, 'state', 'incoming'),
    now: () => (at += 1),
    extract: async ({ bytes }): Promise<Extraction> => {
      const text = new TextDecoder().decode(bytes);
      if (text.startsWith('%PDF')) return { problem: 'scanned' };
      return { extracted: { format: 'text', text, title: null, pages: null, warnings: [] } };
    },
  });
}
