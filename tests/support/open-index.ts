import { createTerminalLog } from '../../src/logs.ts';
import { best, openPlace, RIVER_QUESTION } from './index-fixtures.ts';

// A process of its own that opens an index: `open-index.ts DOCUMENTS INDEX`. What it says goes to standard error, but the note that
// hnswlib-node is missing.
const [documents = '', index = ''] = process.argv.slice(2);
const log = createTerminalLog('info', process.stderr);
const { manager } = await openPlace(
  { documents, index },
  {
    log: {
      ...log,
      info: (message) => {
        if (!message.startsWith('hnswlib-node')) log.info(message);
      },
    },
  },
);
const { name, snapshot } = await manager.open();
const answer = await best(snapshot, RIVER_QUESTION);
process.stdout.write(JSON.stringify({ name, answer }));
