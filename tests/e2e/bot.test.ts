import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createBotApiServer } from '../support/bot-api/server.ts';
import type { BotApiServer } from '../support/bot-api/server.ts';
import { only, parseLines } from '../support/printed.ts';
import { createCli, finished } from '../support/run-cli.ts';
import { QUESTIONS, writeSmallCorpus } from '../support/small-corpus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { quotesOf } from '../telegram/bot-harness.ts';

const cli = createCli({ DOCUMENTS_DIR: writeSmallCorpus(temporaryFolder()) });
const WRONG_TOKEN = '7654321:a-token_that-nobody-was-ever-given-bbbb';

let server: BotApiServer;

beforeAll(async () => {
  server = await createBotApiServer();
  await cli.indexAhead();
});

afterAll(() => server.close());

function settings(token: string): Record<string, string> {
  return { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: server.root };
}

describe('start with a token', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'answers messages, ignores standard input, and ends with 0 at %s',
    async (signal) => {
      const child = cli.start(['start'], settings(server.token));
      const ended = finished(child);
      child.stdin.end('a question that nobody hears\n');
      await server.idle();
      server.userSends(QUESTIONS.director);
      const sent = await server.nextCall('sendMessage');
      expect(quotesOf(sent)).toEqual(['د. سارا ئەحمەد بەڕێوەبەری گشتیی سەرچاوەکانی ئاوە.']);
      await server.idle();
      child.kill(signal);
      const { exitCode, stdout, stderr } = await ended;
      expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
      expect(stderr).not.toContain(server.token);
      expect(stderr).not.toContain(QUESTIONS.director);
    },
  );

  it('that is wrong ends with 2, one sentence, and without the token in it', async () => {
    const { exitCode, stdout, stderr } = await cli.run(['start'], {
      settings: settings(WRONG_TOKEN),
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]*TELEGRAM_BOT_TOKEN[^\n]*\n$/u);
    expect(stderr).not.toContain(WRONG_TOKEN);
  });
});

describe('doctor --json', () => {
  interface Printed {
    readonly checks: readonly {
      readonly name: string;
      readonly status: string;
      readonly detail: string;
    }[];
  }

  async function doctor(more: Record<string, string>): Promise<[number | null, object, string]> {
    const { stdout, exitCode } = await cli.run(['doctor', '--json'], { settings: more });
    const { checks } = only(parseLines<Printed>(stdout));
    const statuses = Object.fromEntries(checks.map(({ name, status }) => [name, status]));
    return [exitCode, statuses, stdout];
  }

  it('tells what is well, what is not configured and what failed', async () => {
    const well = {
      settings: 'ok',
      data: 'ok',
      index: 'ok',
      telegram: 'not configured',
      model: 'not configured',
    };
    const [bare, configured, wrong, unreachable, model, empty] = await Promise.all([
      doctor({}),
      doctor(settings(server.token)),
      doctor(settings(WRONG_TOKEN)),
      doctor({ ...settings(WRONG_TOKEN), TELEGRAM_API_ROOT: 'http://127.0.0.1:1' }),
      doctor({ CHAT_MODEL: 'some-model' }),
      doctor({ DOCUMENTS_DIR: cli.directory }),
    ]);
    expect(bare.slice(0, 2)).toEqual([0, well]);
    expect(configured.slice(0, 2)).toEqual([0, { ...well, telegram: 'ok' }]);
    expect(configured[2]).toContain('@pirsyar_bot');
    expect(configured[2]).not.toContain(server.token);
    for (const failed of [wrong, unreachable]) {
      expect(failed.slice(0, 2)).toEqual([1, { ...well, telegram: 'failed' }]);
      expect(failed[2]).not.toContain(WRONG_TOKEN);
    }
    expect(model.slice(0, 2)).toEqual([1, { ...well, model: 'failed' }]);
    expect(empty.slice(0, 2)).toEqual([1, { ...well, data: 'failed' }]);
  });

  it('reports wrong settings as a failed check and ends with 2', async () => {
    const [exitCode, statuses, stdout] = await doctor({ RATE_LIMIT: 'many', LOG_LEVEL: 'loud' });
    expect([exitCode, statuses]).toEqual([2, { settings: 'failed' }]);
    expect(stdout).toMatch(/RATE_LIMIT.*LOG_LEVEL/u);
  });
});
