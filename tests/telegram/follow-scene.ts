import type { Answer } from '../../src/answering/answer.ts';
import type { Library } from '../../src/telegram/parts.ts';
import type { ShownMessage } from '../support/bot-api/chats.ts';
import { startBot, textsIn, TITLES, WORDS } from './bot-harness.ts';
import type { Harness } from './bot-harness.ts';
import { fakeAdministration } from './fake-administration.ts';
import { answer, citation } from './fake-answerer.ts';
import { pagedLibrary } from './fake-library.ts';
import type { FakeDocument } from './fake-library.ts';

export const ckb = (key: string, values = {}): string => WORDS.ckb.text(key, values);

export const OLD = {
  id: 'sentence-000000001',
  text: 'باج دە لەسەدە.',
  rendition: 'The tax is ten percent.',
};
export const NEW = {
  id: 'sentence-000000002',
  text: 'باج پێنج لەسەدە.',
  rendition: 'The tax is five percent.',
};
export const QUESTION = 'باج چەندە؟';

export const OTHER = {
  id: 'sentence-000000003',
  text: 'کۆبوونەوەکە دوا خرا.',
  rendition: 'It was late.',
};
export const LAST = { id: 'sentence-000000004', text: 'باران باری.', rendition: 'It rained.' };

export interface Scene extends Harness {
  /** From now on the statement has these sentences, and nobody is told. */
  readonly hold: (...sentences: readonly (typeof OLD)[]) => void;
  /** The same, and the bot is told that the documents were swapped. */
  readonly swap: (...sentences: readonly (typeof OLD)[]) => void;
  /** The next message of the bot, as it stands in a chat. */
  readonly next: (chat?: number) => Promise<ShownMessage>;
}

/** A bot that readers can ask, and swaps that a test brings about; the old sentence became the new one, where the statement has that. */
export async function scene(): Promise<Scene> {
  let held: readonly (typeof OLD)[] = [OLD, OTHER, LAST];
  const administration = fakeAdministration();
  const documents = (): readonly FakeDocument[] => [
    {
      id: 'statement',
      title: TITLES,
      date: null,
      pages: [Object.fromEntries(held.map(({ id, text }) => [id, text]))],
      renditions: Object.fromEntries(held.map(({ id, rendition }) => [id, rendition])),
    },
  ];
  const find: Library['changes']['find'] = ({ text }) =>
    text === OLD.text && held.includes(NEW)
      ? { sentence: NEW.id, text: NEW.text, parts: [] }
      : null;
  const library = pagedLibrary(documents, { changes: { find } });
  const bot = await startBot({ administration, library });
  for (const text of [QUESTION, 'دوو؟', 'سێ؟']) bot.answerer.on(text);
  bot.memory.sentences.add(
    [OLD, NEW, OTHER, LAST].map((sentence) => ({ ...sentence, document: 'statement' })),
  );
  const hold: Scene['hold'] = (...sentences) => {
    held = sentences;
  };
  return {
    ...bot,
    get handle() {
      return bot.handle;
    },
    hold,
    swap(...sentences) {
      hold(...sentences);
      administration.swap();
    },
    async next(chat = 7) {
      await bot.nextText();
      const [shown] = bot.server.messagesIn(chat).slice(-1);
      if (shown === undefined) throw new Error('Nothing was said.');
      return shown;
    },
  };
}

/** Answers a question with what rests on these sentences. */
export function restsOn(...sentences: readonly (typeof OLD)[]): Answer {
  return answer({
    citations: sentences.map(({ id, text }, index) =>
      citation({ marker: index + 1, sentence: id, quote: text }),
    ),
  });
}

/** What a reader was told so far. */
export function toldIn({ server }: Scene, chat = 7): readonly string[] {
  return textsIn(server, chat).filter((text) => text.includes(ckb('follow-notice')));
}

/** A reader asks, and follows. */
export async function asksAndFollows({ server, nextText }: Scene, where = {}): Promise<void> {
  server.userSends(QUESTION, where);
  await nextText();
  server.userSends('/follow', where);
  await nextText();
}
