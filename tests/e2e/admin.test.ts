import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createBotApiServer } from '../support/bot-api/server.ts';
import type { BotApiServer } from '../support/bot-api/server.ts';
import { createCli, finished } from '../support/run-cli.ts';
import { writeSmallCorpus } from '../support/small-corpus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { idOf, quotesOf, WORDS } from '../telegram/bot-harness.ts';

const FILE = 'water.libreoffice-noto-naskh-arabic.pdf';
const QUESTION = 'لە کام ڕۆژەوە ئاو لە هەندێک کۆڵانی گەڕەکی گوڵان دەبڕدرێت؟';
const ADMIN = { from: 99, languageCode: 'en' };
const en = (key: string): string => WORDS.en.text(key);

const cli = createCli({ DOCUMENTS_DIR: writeSmallCorpus(temporaryFolder()) });
let server: BotApiServer;

beforeAll(async () => {
  server = await createBotApiServer();
  await cli.indexAhead();
});

afterAll(() => server.close());

describe('an admin of a bot that runs', () => {
  it('sends a PDF file, adds it, and readers are answered from it, also after a kill', async () => {
    const settings = {
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.root,
      TELEGRAM_PACING: 'off',
      ADMIN_IDS: String(ADMIN.from),
    };
    const first = cli.start(['start'], settings);
    const killed = finished(first);
    await server.idle();
    server.addFile('pdf', readFileSync(join('tests/fixtures/documents', FILE)), FILE);
    const document = { file_id: 'pdf', file_unique_id: 'pdf', file_name: FILE };
    server.userSends('', { ...ADMIN, content: { document } });
    const shown = await server.nextCall('sendMessage');
    expect(shown.payload['text']).toContain('ڕاگەیەندراوی شارەوانی دەربارەی ئاوی خواردنەوە');
    server.userTaps({ button: en('upload-button-add') }, { ...ADMIN, message: idOf(shown) });
    for (;;) {
      const { payload } = await server.nextCall('editMessageText');
      const text = String(payload['text']);
      expect(text).not.toContain(en('release-failed'));
      if (text.startsWith('Done.')) break;
    }
    first.kill('SIGKILL');
    await killed;

    const second = cli.start(['start'], settings);
    const ended = finished(second);
    await server.idle();
    server.userSends(QUESTION);
    let answer = await server.nextCall('sendMessage');
    // What the digest said before.
    while (answer.payload['chat_id'] === ADMIN.from) answer = await server.nextCall('sendMessage');
    expect(quotesOf(answer)[0]).toContain('١٤ی ئەیلوولی ٢٠٢٤');
    second.kill('SIGTERM');
    expect((await ended).exitCode).toBe(0);
  });
});
