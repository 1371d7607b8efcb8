/** The process that reads a file for extract-apart.ts: it is told the file in a message, answers with one, and ends when the channel closes. */
import { extractFile } from './extract-file.ts';
import type { NamedFile, ReadingLimits } from './extraction.ts';

process.on('message', (task: { readonly file: NamedFile; readonly limits: ReadingLimits }) => {
  void extractFile(task.file, task.limits).then((extraction) => process.send?.(extraction));
});
process.on('disconnect', () => process.exit());
