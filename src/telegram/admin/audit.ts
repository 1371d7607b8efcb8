import { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import type { Composer, Context } from 'grammy';

import type { Desk } from '../desk.ts';
import type { AuditEntry } from '../memory.ts';
import { plain } from '../plain.ts';
import { momentFor } from './moment.ts';
import { pageOf, pagesFeature } from './pages.ts';
import type { AdminPage } from './pages.ts';
import { personOfId, whoIs } from './person.ts';

const ENTRIES_SHOWN = 20;
/** In characters, so that a page is one message. */
const LONGEST_DETAIL = 60;

/** What an entry may tell of; anything else is shown as it stands. */
const ACTIONS: ReadonlySet<string> = new Set([
  'add',
  'replace',
  'translate',
  'remove',
  'restore',
  'rename',
  'reindex',
  'reindex-held',
  'reindex-failed',
  'reindex-cancelled',
  'reindex-busy',
  'insist',
  'insist-failed',
  'rollback',
  'rollback-failed',
  'cancel',
  'promote',
  'demote',
  'export',
]);

/** `/audit`, for owners: who did what to the documents, the index and the roles, twenty entries at a time. */
export function auditFeature(desk: Desk): Composer<Context> {
  return pagesFeature(desk, {
    name: 'audit',
    least: 'owner',
    page: async (ctx, number) => page(desk, ctx, number),
  });
}

async function page(desk: Desk, ctx: Context, number: number): Promise<AdminPage> {
  const words = desk.wordsFor(ctx);
  const start = number * ENTRIES_SHOWN;
  const last = desk.parts.memory.audit.last(start + ENTRIES_SHOWN + 1);
  const entries = last.slice(start, start + ENTRIES_SHOWN);
  const keyboard = new InlineKeyboard();
  if (number > 0) keyboard.text(words.text('audit-newer'), pageOf('audit', number - 1));
  if (last.length > start + ENTRIES_SHOWN) {
    keyboard.text(words.text('audit-older'), pageOf('audit', number + 1));
  }
  if (entries.length === 0) return { text: plain(words.text('audit-empty')), keyboard };
  const names = await namesOf(ctx.api, entries);
  const lines = entries.map((entry) => plain(line(desk, ctx, entry, names)));
  return {
    text: FormattedString.join([plain(words.text('audit-head')), ...lines], '\n'),
    keyboard,
  };
}

/** Those of everybody in the entries, by their numbers: names aren't kept, so Telegram is asked for them. */
async function namesOf(
  api: Context['api'],
  entries: readonly AuditEntry[],
): Promise<ReadonlyMap<number, string>> {
  const ids = new Set(entries.flatMap(({ by, about }) => [by, about]));
  const names = new Map<number, string>();
  for (const id of ids) {
    if (id !== null) names.set(id, whoIs(await personOfId(api, id)));
  }
  return names;
}

function line(
  desk: Desk,
  ctx: Context,
  { at, by, about, action, detail: whole }: AuditEntry,
  names: ReadonlyMap<number, string>,
): string {
  const words = desk.wordsFor(ctx);
  const detail = Array.from(whole).slice(0, LONGEST_DETAIL).join('');
  const who = names.get(by ?? 0) ?? words.text('audit-nobody');
  const values = { who, detail, about: names.get(about ?? 0) ?? words.text('audit-forgotten') };
  const what = ACTIONS.has(action)
    ? words.text(`audit-${action}`, values)
    : words.text('audit-other', { ...values, action });
  return words.text('audit-entry', { when: momentFor(at, desk.languageFor(ctx)), what });
}
