// A process of its own that opens an index: `open-index.mjs DOCUMENTS INDEX LEXICON QUESTION`, the lexicon as JSON. It writes the name
// of the snapshot and the best passage for the question. What it says goes to standard error, but the note that hnswlib-node is missing.
import { createTerminalLog } from '../../dist/logs.js';
import { IndexManager } from '../../dist/retrieval/index-manager.js';
import { LocalEmbeddings } from '../../dist/retrieval/local-embeddings.js';
import { readQuery } from '../../dist/retrieval/query.js';
import { search } from '../../dist/retrieval/search.js';
import { dictionaryOf } from '../../dist/retrieval/snapshot.js';

const [documentsDirectory, indexDirectory, lexicon, question] = process.argv.slice(2);
const log = createTerminalLog('info', process.stderr);
const info = (message) => {
  if (!String(message).startsWith('hnswlib-node')) log.info(message);
};
const embeddings = new LocalEmbeddings();
const manager = await IndexManager.create({
  documentsDirectory,
  indexDirectory,
  embeddings,
  lexicon: JSON.parse(lexicon),
  log: { ...log, info },
});
const { name, snapshot } = await manager.open();
const query = readQuery(question, dictionaryOf(snapshot));
const { hits } = await search(snapshot, embeddings, query, { top: 1 });
process.stdout.write(JSON.stringify({ name, answer: hits[0]?.passage.text ?? null }));
