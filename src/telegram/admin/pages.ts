import type { FormattedString } from '@grammyjs/parse-mode';
import { Composer } from 'grammy';
import type { Context, InlineKeyboard } from 'grammy';

import { acknowledge } from '../delivery.ts';
import type { Desk, Role } from '../desk.ts';
import { adminButton, adminCommand } from './gate.ts';

/** One page, with the buttons that turn it. */
export interface AdminPage {
  readonly text: FormattedString;
  readonly keyboard: InlineKeyboard;
}

/** What can be leafed through: a command shows its first page, and buttons turn it in its place. */
interface Pages {
  /** Of the command, and of its buttons' data. */
  readonly name: string;
  readonly least: Role;
  /** Makes the page of a number, from 0, anew each time. */
  readonly page: (ctx: Context, number: number) => Promise<AdminPage>;
}

export function pagesFeature(desk: Desk, { name, least, page }: Pages): Composer<Context> {
  const feature = new Composer();
  feature.use(
    adminCommand(desk, name, least, async (ctx, chat) => {
      const { text, keyboard } = await page(ctx, 0);
      await chat.send([text], keyboard);
    }),
    adminButton(desk, new RegExp(`^${name}:(\\d{1,4})$`, 'u'), least, async (ctx, chat) => {
      await acknowledge(ctx);
      const message = ctx.msg?.message_id;
      if (message === undefined) return;
      const { text, keyboard } = await page(ctx, Number(ctx.match[1]));
      await chat.edit(message, text, keyboard);
    }),
  );
  return feature;
}

/** The data of the button that turns to a page. */
export function pageOf(name: string, number: number): string {
  return `${name}:${number}`;
}
