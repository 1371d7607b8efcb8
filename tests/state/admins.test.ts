import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { AuditEntry } from '../../src/telegram/memory.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { NOON, open, openBoth, OTHER_READER, READER } from './fixtures.ts';

const folder = temporaryFolder();

describe('editors', () => {
  it('have their role once, until it is taken from them, and after a restart', async () => {
    const directory = join(folder, 'editors');
    const before = await open(directory);
    const { editors } = before;
    expect(editors.list()).toEqual([]);
    expect(editors.add({ id: READER, by: 1, at: NOON + 1 })).toBe(true);
    expect(editors.add({ id: READER, by: 2, at: NOON + 2 })).toBe(false);
    expect(editors.add({ id: OTHER_READER, by: null, at: NOON })).toBe(true);
    before.close();

    const memory = await open(directory);
    expect(memory.editors.list()).toEqual([
      { id: OTHER_READER, by: null, at: NOON },
      { id: READER, by: 1, at: NOON + 1 },
    ]);
    expect(memory.editors.has(READER)).toBe(true);
    expect(memory.editors.remove(READER)).toBe(true);
    expect(memory.editors.remove(READER)).toBe(false);
    expect(memory.editors.has(READER)).toBe(false);
    expect(memory.editors.list()).toHaveLength(1);
    memory.close();
  });

  it('are nobody where the storage fails', async () => {
    const { memory, database, lines } = await openBoth(join(folder, 'no editors'));
    memory.editors.add({ id: READER, by: 1, at: NOON });
    database.execute('drop table editors');
    expect(memory.editors.has(READER)).toBe(false);
    expect(memory.editors.list()).toEqual([]);
    expect(memory.editors.add({ id: READER, by: 1, at: NOON })).toBe(false);
    expect(lines).toHaveLength(1);
  });
});

describe('the audit log', () => {
  it('gives the newest entries first', async () => {
    const memory = await open(join(folder, 'audit'));
    const entries: AuditEntry[] = [
      { by: READER, about: null, action: 'add', detail: 'ڕاگەیێندراو', at: NOON },
      { by: READER, about: OTHER_READER, action: 'promote', detail: '', at: NOON },
      { by: null, about: null, action: 'reindex', detail: 'x'.repeat(5_000), at: NOON - 1 },
    ];
    for (const entry of entries) memory.audit.record(entry);
    expect(memory.audit.last(9)).toEqual(entries.toReversed());
    expect(memory.audit.last(1)).toEqual(entries.slice(-1));
    memory.close();
  });

  it('keeps ten thousand, also where nobody prunes', async () => {
    const { memory, database } = await openBoth(join(folder, 'long audit'));
    database.execute(`with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 10000)
      insert into audit (action, detail, at) select 'add', n, n from numbers`);
    memory.audit.record({ by: 1, about: null, action: 'remove', detail: 'new', at: NOON });
    const kept = memory.audit.last(20_000);
    expect(kept).toHaveLength(10_000);
    expect(kept[0]?.detail).toBe('new');
    expect(kept.at(-1)?.detail).toBe('2');
    memory.close();
  });
});

describe('the outbox', () => {
  const kept = { reader: READER, chat: READER, content: '{"text":"گۆڕا"}', at: NOON };
  const notice = { ...kept, about: [] };

  it('keeps notices in their order until they are sent, also over a restart', async () => {
    const directory = join(folder, 'outbox');
    const before = await open(directory);
    before.outbox.add([notice, { ...notice, content: 'دوو' }, { ...notice, chat: -5 }]);
    before.outbox.add([]);
    const [first] = before.outbox.pending();
    before.outbox.done(first?.id ?? 0);
    before.outbox.done(first?.id ?? 0);
    before.close();
    const memory = await open(directory);
    const pending = memory.outbox.pending();
    expect(pending).toEqual([
      { ...kept, id: expect.any(Number), content: 'دوو' },
      { ...kept, id: expect.any(Number), chat: -5 },
    ]);
    for (const { id } of pending) memory.outbox.done(id);
    expect(memory.outbox.pending()).toEqual([]);
    memory.outbox.add([notice]);
    expect(pending.map(({ id }) => id)).not.toContain(memory.outbox.pending()[0]?.id);
    memory.close();
  });

  it('takes all or none', async () => {
    const { memory, database, lines } = await openBoth(join(folder, 'all or none'));
    database.execute(`create trigger refusing before insert on notices
      when new.content = 'bad' begin select raise(abort, 'refused'); end`);
    memory.outbox.add([notice, { ...notice, content: 'bad' }]);
    expect(memory.outbox.pending()).toEqual([]);
    expect(lines).toHaveLength(1);
  });
});
