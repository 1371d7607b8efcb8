// A process of its own that takes the updates 1 to COUNT, each once: `writer.mjs DIRECTORY COUNT ANSWER`. It writes a line
// `<update> <answer>` for each that it answered, and what the memory says to standard error.
import { openMemory } from '../../dist/state/open-memory.js';

const [directory, count, answer] = process.argv.slice(2);
const say = (line) => void process.stderr.write(`${line}\n`);
const log = { debug: say, info: say, warn: say, error: say };
const memory = await openMemory({ directory, log, retentionInDays: 30 });
for (let id = 1; id <= Number(count); id += 1) {
  const update = { update_id: id, message: { from: { id: 7 }, text: 'کێ بوو؟' } };
  if (memory.inbox.add([update], Date.now()).length === 0) continue;
  memory.inbox.begin(id);
  const kept = memory.answers.add({ ...JSON.parse(answer), questionMessage: id });
  memory.answers.change(kept.id, { messages: [id] });
  memory.usage.record('reader', 7, id);
  memory.inbox.done(id);
  process.stdout.write(`${id} ${kept.id}\n`);
}
memory.close();
