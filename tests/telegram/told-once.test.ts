import { describe, expect, it } from 'vitest';

import { lookForChanges } from '../../src/telegram/notices/look.ts';
import { readNotice } from '../../src/telegram/notices/notice.ts';
import { keptLog, libraryOf, NOW, temporaryMemory } from './bot-harness.ts';
import { pagedLibrary } from './fake-library.ts';
import {
  asksAndFollows,
  ckb,
  LAST,
  NEW,
  OLD,
  OTHER,
  QUESTION,
  restsOn,
  scene,
  toldIn,
} from './follow-scene.ts';
import { spansOf } from './real-bot.ts';

describe('who follows', () => {
  it('is told once of what changed while no bot ran, or was killed before it could write it down', async () => {
    const bot = await scene();
    bot.answerer.on('دوو؟', restsOn(OTHER)).on('سێ؟', restsOn(LAST));
    await asksAndFollows(bot);
    for (const text of ['دوو؟', 'سێ؟']) {
      bot.server.userSends(text);
      await bot.nextText();
    }
    await bot.handle.stop();
    bot.hold(NEW, OTHER, LAST);
    await bot.restart();
    expect(spansOf(await bot.next(), 'bold')).toEqual(['پێنج']);
    bot.swap(NEW, LAST);
    expect((await bot.next()).text).toContain(OTHER.text);
    await bot.handle.stop();
    bot.hold(NEW);
    await bot.restart();
    expect((await bot.next()).text).toContain(LAST.text);
    expect(toldIn(bot)).toHaveLength(3);
  });

  it('is told once, though the documents go back and forward again; of a new answer again', async () => {
    const bot = await scene();
    bot.answerer.on('دوو؟', restsOn(OTHER)).on('سێ؟', restsOn(LAST));
    await asksAndFollows(bot);
    for (const text of ['دوو؟', 'سێ؟']) {
      bot.server.userSends(text);
      await bot.nextText();
    }
    bot.swap(NEW, OTHER, LAST);
    expect((await bot.next()).text).toContain(QUESTION);
    await bot.restart();
    bot.swap(OLD, OTHER, LAST);
    bot.server.userSends(QUESTION);
    await bot.nextText();
    bot.swap(NEW, LAST);
    const both = [await bot.nextText(), await bot.nextText()];
    expect(both[0]).toContain('دوو؟');
    expect(both[1]).toContain(QUESTION);
    bot.swap(OLD, OTHER, LAST);
    await bot.restart();
    bot.swap();
    expect(await bot.nextText()).toContain('سێ؟');
    await bot.handle.stop();
    expect(toldIn(bot)).toHaveLength(4);
  });

  it('is told that it was taken out, where what comes near was cited beside it; nothing, where the same words stand', async () => {
    const bot = await scene();
    const twin = { ...NEW, id: 'sentence-000000009' };
    bot.answerer.on(QUESTION, restsOn(OLD, NEW)).on('دوو؟', restsOn(twin));
    bot.hold(OLD, NEW, twin);
    bot.server.userSends('دوو؟');
    await bot.nextText();
    await asksAndFollows(bot);
    const same = { sentence: NEW.id, text: NEW.text, parts: [] };
    await bot.restart({
      library: pagedLibrary(() => [], {
        reader: { ...libraryOf().reader, has: (id) => id === NEW.id },
        changes: { find: () => same },
      }),
    });
    expect((await bot.next()).text).toContain(ckb('follow-removed'));
    await bot.handle.stop();
    expect(toldIn(bot)).toHaveLength(1);
  });

  it('is told in the words of the quote, where the sentence was never kept', async () => {
    const bot = await scene();
    const lost = { id: 'sentence-000000008', text: 'ڕستەیەکی ون.', rendition: '' };
    bot.answerer.on(QUESTION, restsOn(lost));
    bot.hold(lost);
    await asksAndFollows(bot);
    bot.swap(OLD);
    expect(spansOf(await bot.next(), 'blockquote')).toEqual([QUESTION, lost.text]);
  });

  it('is told after the next swap, where it could not be found out', async () => {
    const bot = await scene();
    await asksAndFollows(bot);
    let fails = true;
    const { memory } = bot;
    const followers = {
      ...memory.followers,
      list: () => {
        if (!fails) return memory.followers.list();
        fails = false;
        throw new Error('out of order');
      },
    };
    bot.hold(NEW);
    await bot.restart({ memory: { ...memory, followers } });
    bot.server.userSends('دوو؟');
    await bot.nextText();
    expect(bot.lines.join('\n')).toContain('What changed could not be told.');
    bot.swap(NEW);
    expect((await bot.next()).text).toContain(QUESTION);
  });
});

describe('the look through answers', () => {
  it('finds all of them, and writes nothing once it is to end', async () => {
    const memory = await temporaryMemory(keptLog().log);
    const { followers, answers, outbox } = memory;
    for (const reader of [7, 8]) followers.follow(reader, reader, NOW);
    await memory.gathered(() => {
      for (let number = 1; number <= 450; number += 1) {
        answers.add({
          reader: 7 + (number % 2),
          place: { chat: 7, thread: 0 },
          questionMessage: null,
          messages: [],
          question: String(number),
          history: [],
          document: null,
          language: 'ckb',
          texts: { ckb: number <= 20 ? restsOn(OLD) : restsOn(NEW) },
          suggestions: [],
          at: NOW + number,
        });
      }
    });
    const library = libraryOf({ reader: { ...libraryOf().reader, has: (id) => id === NEW.id } });
    const look = async (signal: AbortSignal): Promise<number> =>
      lookForChanges({ library, memory, now: () => NOW }, signal);
    const ending = new AbortController();
    const ended = look(ending.signal);
    ending.abort();
    expect([await ended, outbox.pending()]).toEqual([0, []]);
    expect(await look(new AbortController().signal)).toBe(12);
    const contents = outbox.pending().map(({ content }) => readNotice(content));
    expect(
      contents.flatMap((one) => (one?.kind === 'changed' ? one.question : one?.count)),
    ).toEqual(['12', '14', '16', '18', '20', 5, '11', '13', '15', '17', '19', 5]);
    expect(await look(new AbortController().signal)).toBe(0);
  });
});
