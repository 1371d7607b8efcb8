import { describe, expect, it } from 'vitest';

import { outcome, refusal } from './refusal-rows.ts';
import type { Row } from './refusal-rows.ts';
import { createScene } from './scene.ts';

const BOLD = { type: 'bold', offset: 0, length: 2 };

function marked(entity: object, text = 'ab'): object {
  return { chat_id: 7, text, entities: [entity] };
}

describe('text', () => {
  it.each<Row>([
    ['sendMessage', { chat_id: 7 }, 'message text is empty'],
    ['sendMessage', { chat_id: 7, text: '' }, 'message text is empty'],
    ['sendMessage', { chat_id: 7, text: ' \n\t' }, 'text must be non-empty'],
    ['sendMessage', { chat_id: 7, text: 'x'.repeat(4097) }, 'message is too long'],
    ['sendMessage', { chat_id: 7, text: '🙂'.repeat(2049) }, 'message is too long'],
    ['sendMessage', { chat_id: 7, text: 'x', parse_mode: 'XML' }, 'unsupported parse_mode'],
    [
      'sendMessageDraft',
      { chat_id: 7, draft_id: 1, text: 'x'.repeat(4097) },
      'message is too long',
    ],
    ['sendPhoto', { chat_id: 7, photo: 'unknown' }, 'wrong file identifier/HTTP URL specified'],
    ['sendPhoto', { chat_id: 7 }, 'there is no photo in the request'],
    [
      'sendDocument',
      ({ server }) => {
        server.addFile('known', new Uint8Array(1));
        return { chat_id: 7, document: 'known', caption: 'x'.repeat(1025) };
      },
      'message caption is too long',
    ],
  ])('of %s %o: %s', async (method, payload, words) => {
    expect(await outcome(method, payload)).toEqual(refusal(words));
  });

  it('of 4096 units is taken, and so is an empty draft', async () => {
    const { ask } = await createScene();
    for (const text of ['x'.repeat(4096), '🙂'.repeat(2048), ` ${'x'.repeat(4096)}\n`]) {
      expect((await ask('sendMessage', { chat_id: 7, text })).ok).toBe(true);
    }
    expect((await ask('sendMessageDraft', { chat_id: 7, draft_id: 1, text: '' })).ok).toBe(true);
  });
});

describe('entities', () => {
  it.each<Row>([
    [
      'sendMessage',
      marked({ ...BOLD, type: 'loud' }),
      "can't parse MessageEntity: Unsupported type specified",
    ],
    [
      'sendMessage',
      marked({ ...BOLD, type: 'constructor' }),
      "can't parse MessageEntity: Unsupported type specified",
    ],
    [
      'sendMessage',
      marked({ type: 'bold', length: 1 }),
      'can\'t parse MessageEntity: Field "offset" must be of type Number',
    ],
    ['sendMessage', marked({ ...BOLD, offset: -1 }), 'receive an entity with incorrect offset -1'],
    ['sendMessage', marked({ ...BOLD, length: -1 }), 'receive an entity with incorrect length -1'],
    [
      'sendMessage',
      marked({ ...BOLD, offset: 3 }),
      'entity begins after the end of the text at UTF-16 offset 3',
    ],
    [
      'sendMessage',
      marked({ ...BOLD, length: 3 }),
      'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 3',
    ],
    [
      'sendMessage',
      marked({ ...BOLD, offset: 1, length: 1 }, '🙂'),
      'entity begins in a middle of a UTF-16 symbol at byte offset 4',
    ],
    [
      'sendMessage',
      marked({ ...BOLD, length: 1 }, '🙂'),
      'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4',
    ],
    [
      'sendMessage',
      marked({ ...BOLD, type: 'text_link' }),
      'can\'t parse MessageEntity: Can\'t find field "url"',
    ],
    [
      'sendMessage',
      marked({ ...BOLD, type: 'text_link', url: 'a b' }),
      "entity URL 'a b' is invalid: Wrong HTTP URL",
    ],
    [
      'sendMessage',
      marked({ ...BOLD, type: 'text_link', url: '' }),
      "entity URL '' is invalid: URL host is empty",
    ],
    [
      'sendMessage',
      marked({ ...BOLD, type: 'text_link', url: 'ftp://a.org' }),
      "entity URL 'ftp://a.org' is invalid: Unsupported URL protocol",
    ],
    ['sendMessage', marked({ ...BOLD, type: 'text_mention', user: { id: 5 } }), 'user not found'],
    [
      'sendMessage',
      marked({ ...BOLD, type: 'date_time', unix_time: 1, date_time_format: 'x' }),
      "can't parse MessageEntity: Invalid date-time format specified",
    ],
    [
      'sendMessage',
      {
        chat_id: 7,
        text: 'abcd',
        entities: [
          { ...BOLD, type: 'blockquote', length: 4 },
          { ...BOLD, type: 'expandable_blockquote', offset: 1 },
        ],
      },
      "can't parse entities: blockquotes can't be nested",
    ],
  ])('of %s %o: %s', async (method, payload, words) => {
    expect(await outcome(method, payload)).toEqual(refusal(words));
  });

  it('beyond the hundredth, and those without length, are passed over', async () => {
    const { sent, server } = await createScene();
    const entities = Array.from({ length: 120 }, (_, offset) => ({
      type: 'bold',
      offset,
      length: 1,
    }));
    await sent({ text: 'x'.repeat(120), entities });
    await sent({ text: 'x', entities: [{ type: 'bold', offset: 0, length: 0 }] });
    const [, marked100, plain] = server.messagesIn(7);
    expect(marked100?.entities).toHaveLength(100);
    expect(plain).not.toHaveProperty('entities');
  });
});
