import { deflateSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { createExtract } from '../../../src/corpus/extraction/extract-apart.ts';
import { createGate } from '../../../src/corpus/extraction/gate.ts';
import { writePages } from '../../support/pdf-writer.ts';

const TEXT = { name: 'a.txt', bytes: Buffer.from('ئاو پاکە') };

describe('createExtract', () => {
  it('reads a file in a process of its own', async () => {
    const extraction = await createExtract()(TEXT);
    expect(extraction).toMatchObject({ extracted: { format: 'text', text: 'ئاو پاکە' } });
  });

  it('stops a process that takes too long, takes too much memory, or is no longer wanted', async () => {
    const bomb = deflateSync(Buffer.alloc(250_000_000, ' '), { level: 1 });
    const pages = writePages(1, {
      dictionary: '/Filter /FlateDecode',
      stream: bomb,
    });
    const [late, large, cancelled] = await Promise.all([
      createExtract({ timeoutInMs: 20 })(TEXT),
      createExtract({ memoryInMiB: 200 })({ name: 'a.pdf', bytes: pages }),
      createExtract()(TEXT, AbortSignal.timeout(20)),
    ]);
    expect([late, large, cancelled]).toEqual([
      { problem: 'timeout' },
      { problem: 'memory' },
      { problem: 'cancelled' },
    ]);
  });

  it('starts no process for a file that is too large, or that nobody waits for', async () => {
    const extract = createExtract({ bytes: 10, timeoutInMs: 0 });
    expect(await extract(TEXT)).toEqual({ problem: 'too-large' });
    expect(await createExtract()(TEXT, AbortSignal.abort())).toEqual({ problem: 'cancelled' });
  });
});

describe('createGate', () => {
  it('lets as many in as there are places, the others in turn, and none who has left the queue', async () => {
    const gate = createGate(1);
    const entered: string[] = [];
    const leaveFirst = await gate.enter();
    const impatient = new AbortController();
    const enterAs = async (name: string, signal?: AbortSignal): Promise<void> => {
      const leave = await gate.enter(signal);
      entered.push(leave === null ? `${name} has left` : name);
      leave?.();
    };
    const waits = [enterAs('first', impatient.signal), enterAs('second')];
    impatient.abort();
    leaveFirst?.();
    await Promise.all(waits);
    expect(entered).toEqual(['first has left', 'second']);
    expect(await gate.enter()).not.toBeNull();
  });
});
