import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { keptLog } from '../support/kept-log.ts';
import { finished } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { idsOf, newAnswer, NOON, open, PLACE, update } from './fixtures.ts';

const folder = temporaryFolder();
const WRITER = fileURLToPath(new URL('writer.mjs', import.meta.url));

it('a process that is killed leaves all that it had kept, and nothing half done', async () => {
  const directory = join(folder, 'killed');
  const done = new Map<number, number>();
  for (const milliseconds of [0, 7, 31, 58, 120]) {
    const writer = start(directory, 1_000_000);
    const run = finished(writer);
    await once(writer.stdout, 'data');
    await delay(milliseconds);
    writer.kill('SIGKILL');
    const { stdout, stderr } = await run;
    expect(stderr).toBe('');
    for (const [id, answer] of answeredIn(stdout)) done.set(id, answer);

    const log = keptLog();
    const memory = await open(directory, log);
    const [last = 0] = [...done.keys()].slice(-1);
    const ids = [...done.keys(), last + 2];
    expect(
      idsOf(
        memory.inbox.add(
          ids.map((id) => update(id)),
          NOON,
        ),
      ),
    ).toEqual([last + 2]);
    for (const [id, answer] of done) {
      expect(memory.answers.toQuestion(PLACE, id)?.id).toBe(answer);
      expect(memory.answers.inMessage(PLACE.chat, id)?.id).toBe(answer);
    }
    expect(memory.inbox.pending().length).toBeLessThanOrEqual(2);
    for (const { update_id: id } of memory.inbox.pending()) memory.inbox.done(id);
    expect(log.lines).toEqual([]);
    memory.close();
  }
  expect(done.size).toBeGreaterThan(50);
});

it('three that begin one file at once both work, and take each update once', async () => {
  const directory = join(folder, 'at once');
  const runs = await Promise.all([1, 2, 3].map(() => finished(start(directory, 600))));
  expect(runs.map(({ stderr, exitCode }) => [stderr, exitCode])).toEqual([
    ['', 0],
    ['', 0],
    ['', 0],
  ]);
  const answered = runs.flatMap(({ stdout }) => answeredIn(stdout));
  expect(answered).toHaveLength(600);
  expect(new Set(answered.map(([id]) => id)).size).toBe(600);
  expect(new Set(answered.map(([, answer]) => answer)).size).toBe(600);
  const memory = await open(directory);
  for (const [id, answer] of answered) expect(memory.answers.find(answer)?.messages).toEqual([id]);
  expect(memory.usage.since('reader', 0)).toHaveLength(600);
  memory.close();
});

function start(directory: string, count: number): ChildProcessWithoutNullStreams {
  const options = [WRITER, directory, String(count), JSON.stringify(newAnswer())];
  return spawn(process.execPath, options, { env: {} });
}

/** The updates that a process answered, each with its answer; a line that was cut off says nothing. */
function answeredIn(stdout: string): readonly (readonly [number, number])[] {
  const lines = stdout.split('\n').slice(0, -1);
  return lines.map((line) => {
    const [id = 0, answer = 0] = line.split(' ').map(Number);
    return [id, answer];
  });
}
