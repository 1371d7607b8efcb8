import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openCast } from '../../scripts/conversations/cast.ts';
import type { Cast } from '../../scripts/conversations/cast.ts';
import { play } from '../../scripts/conversations/director.ts';
import { renderPage } from '../../scripts/conversations/page.ts';
import { STORIES } from '../../scripts/conversations/stories.ts';
import type { Step, Story } from '../../scripts/conversations/stories.ts';
import { buildAhead } from '../support/build-ahead.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
let cast: Cast;

beforeAll(async () => {
  await buildAhead('data/documents', folder);
  cast = await openCast(folder);
});

afterAll(() => cast.close());

function story(...steps: readonly Step[]): Story {
  return { name: 'a', title: { ckb: 'ا', en: 'A' }, appLanguage: 'ku', kind: 'private', steps };
}

describe('the stories', () => {
  it('have names of their own, which are names of files', () => {
    const names = STORIES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.join(' ')).toMatch(/^[a-z -]+$/u);
  });

  it.each(STORIES)('$name is played to its end, where the bot has spoken', async (one) => {
    const last = (await play(one, cast)).at(-1)?.messages.at(-1);
    expect(last).toMatchObject({ isOwn: false, from: 'Pirsyar' });
    expect(cast.messages.ckb.text('bot-failed')).not.toBe(last?.text);
  });
});

describe('a story', () => {
  it('is seen as a reader sees it: the question, the answer that replies to it, its opened quotes', async () => {
    const question = 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟';
    const screens = await play(story({ writes: question }, 'is pictured', 'opens quotes'), cast);
    const [asked, answered] = screens[0]?.messages ?? [];
    expect(asked).toMatchObject({ isOwn: true, text: question, replyTo: null });
    expect(answered).toMatchObject({ replyTo: { text: question, isQuote: false } });
    expect(answered?.entities.map(({ type }) => type)).toEqual([
      'bold',
      'text_link',
      'expandable_blockquote',
      'bold',
    ]);
    expect(screens.map(({ messages }) => messages[1]?.isExpanded)).toEqual([false, true]);
  });

  it('loses the buttons of a message that is changed, and keeps what the tap said', async () => {
    const steps: readonly Step[] = [
      { writes: '/language' },
      'is pictured',
      { taps: 'کوردی (سۆرانی)' },
    ];
    const [before, after] = await play(story(...steps), cast);
    const chosen = cast.messages.ckb.text('bot-language-chosen-ckb');
    expect(before?.messages[1]?.keyboard).toHaveLength(3);
    expect(after?.messages[1]).toMatchObject({ text: chosen, keyboard: [] });
    expect(after?.notice).toBe(chosen);
  });

  it('can reply to a marked part of the answer', async () => {
    const steps: readonly Step[] = [
      { writes: 'کێ سەرۆکایەتیی شاندی عێراقی کرد؟' },
      { replies: 'ئەی هی ئەمریکا؟', marking: 'فوئاد حوسێن' },
    ];
    const [screen] = await play(story(...steps), cast);
    const replyTo = { from: 'Pirsyar', text: 'فوئاد حوسێن', isQuote: true };
    expect(screen?.messages[2]).toMatchObject({ isOwn: true, replyTo });
  });

  it.each([
    ['a button that is not there', { taps: 'هیچ' }, /no button "هیچ".*"کێ سەرۆکایەتیی/u],
    ['words to mark that are not there', { replies: 'ئا', marking: 'هیچ' }, /doesn't say "هیچ"/u],
  ] as const)('ends with an error at %s', async (_, step, reason) => {
    const played = play(story({ writes: '/start' }, step), cast);
    await expect(played).rejects.toMatchObject({ cause: { message: reason } });
  });

  it('ends with an error where the bot logs a failure, which the reader may not see', async () => {
    const failing: Cast = {
      ...cast,
      startBot(place, fails) {
        fails('Telegram was not reached.');
        return cast.startBot(place, fails);
      },
    };
    const played = play(story({ writes: '/start' }), failing);
    await expect(played).rejects.toMatchObject({ cause: { message: 'Telegram was not reached.' } });
  });
});

describe('what a reader changes', () => {
  it('is seen to be changed', async () => {
    const steps = [{ writes: 'سڵاو' }, { edits: 'سڵاو لە هەموان' }] as const;
    const [screen] = await play(story(...steps), cast);
    expect(screen?.messages[0]).toMatchObject({ text: 'سڵاو لە هەموان', isEdited: true });
  });
});

describe('the page of a story', () => {
  it('holds what was said, escaped, with its buttons row by row', async () => {
    const screens = await play(story({ writes: '/start <b>' }), cast);
    const page = renderPage('A & B', screens, { css: '', fontFaces: '' });
    expect(page).toContain('<title>A &amp; B</title>');
    expect(page).toContain('<a>/start</a> &lt;b&gt;');
    const rows = cast
      .examples('ckb')
      .slice(0, 3)
      .map((example) => `<div><span dir="rtl">${example}</span></div>`);
    expect(page).toContain(`<div class="keyboard">${rows.join('')}</div>`);
  });
});
