import { describe, expect, it } from 'vitest';

import { outcome, refusal } from './refusal-rows.ts';
import type { Row } from './refusal-rows.ts';

function command(fields: object): object {
  return { commands: [{ command: 'start', description: 'x', ...fields }] };
}

describe('what a bot says of itself', () => {
  it.each<Row>([
    ['setMyCommands', {}, "can't parse commands JSON object"],
    ['setMyCommands', command({ command: 'Start' }), 'BOT_COMMAND_INVALID'],
    ['setMyCommands', command({ description: '' }), 'BOT_COMMAND_DESCRIPTION_INVALID'],
    ['setMyCommands', command({ description: 'x'.repeat(257) }), 'BOT_COMMAND_DESCRIPTION_INVALID'],
    ['setMyCommands', { ...command({}), language_code: 'ckb' }, 'invalid language code specified'],
    ['setMyCommands', { ...command({}), scope: { type: 'chat', chat_id: 8 } }, 'chat not found'],
    [
      'setMyCommands',
      { ...command({}), scope: { type: 'moon' } },
      "can't parse BotCommandScope: Unsupported type specified",
    ],
    ['setMyName', { name: 'x'.repeat(65) }, 'NAME_TOO_LONG'],
    ['setMyDescription', { description: 'x'.repeat(513) }, 'DESCRIPTION_TOO_LONG'],
    ['setMyShortDescription', { short_description: 'x'.repeat(121) }, 'ABOUT_TOO_LONG'],
    [
      'setMyDescription',
      { description: 'x', language_code: 'ckb' },
      'invalid language code specified',
    ],
  ])('%s %o: %s', async (method, payload, words) => {
    expect(await outcome(method, payload)).toEqual(refusal(words));
  });
});
