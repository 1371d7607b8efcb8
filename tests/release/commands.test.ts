import { join } from 'node:path';

import { expect, it } from 'vitest';

import { CROWDED, GOLDEN } from '../support/gold-corpus.ts';
import { writeDocuments } from '../support/index-fixtures.ts';
import { createCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const documents = join(temporaryFolder(), 'documents');
const cli = createCli({ DOCUMENTS_DIR: documents });

it('the command line holds an index that answers worse, takes it where it is accepted, and goes back', async () => {
  writeDocuments(documents, GOLDEN);
  expect(await cli.run(['index', '--json'])).toMatchObject({ exitCode: 0, stderr: '' });
  writeDocuments(documents, CROWDED);
  expect(await cli.run(['index', '--json'])).toEqual({
    exitCode: 1,
    stdout: '',
    stderr:
      'The new index was built but doesn\'t serve: of the 2 questions that check "land" it answers 1 rightly where the old one answers 2. The old one serves on; `pirsyar index --accept` takes the new one all the same.\n',
  });
  const accepted = await cli.run(['index', '--accept', '--json']);
  expect(accepted).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(accepted.stdout)).toMatchObject({ documents: 8, added: 6, unchanged: 2 });
  const back = await cli.run(['rollback', '--json']);
  expect(JSON.parse(back.stdout)).toMatchObject({ documents: 2, serving: true });
  const listed = await cli.run(['snapshots']);
  expect(listed.stdout.split('\n')).toEqual([
    expect.stringMatching(/: 8 documents, 9 passages, built .+Z$/u),
    expect.stringMatching(/: 2 documents, 3 passages, built .+Z, serving$/u),
    '',
  ]);
});
