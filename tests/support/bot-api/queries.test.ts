import { describe, expect, it } from 'vitest';

import { outcome, refusal } from './refusal-rows.ts';
import type { Made, Row } from './refusal-rows.ts';
import { createScene } from './scene.ts';

function article(fields: object = {}): object {
  return {
    type: 'article',
    id: '1',
    title: 'x',
    input_message_content: { message_text: 'x' },
    ...fields,
  };
}

function results(...given: readonly object[]): Made {
  return ({ server }) => ({ inline_query_id: server.userQueriesInline('کێ'), results: given });
}

describe('queries', () => {
  const tooOld = 'query is too old and response timeout expired or query ID is invalid';

  it.each<Row>([
    ['answerCallbackQuery', {}, tooOld],
    ['answerCallbackQuery', { callback_query_id: 'x' }, tooOld],
    [
      'answerCallbackQuery',
      ({ server }) => ({ callback_query_id: server.userQueriesInline('x') }),
      tooOld,
    ],
    [
      'answerCallbackQuery',
      ({ server }) => {
        const id = server.userTaps('x');
        server.clock.now += 61;
        return { callback_query_id: id };
      },
      tooOld,
    ],
    [
      'answerCallbackQuery',
      ({ server }) => ({ callback_query_id: server.userTaps('x'), text: 'x'.repeat(201) }),
      'MESSAGE_TOO_LONG',
    ],
    ['answerInlineQuery', { inline_query_id: 'x', results: [] }, tooOld],
    ['answerInlineQuery', { inline_query_id: 'x' }, "can't parse inline query results JSON array"],
    [
      'answerInlineQuery',
      results(...Array.from({ length: 51 }, (_, id) => article({ id: `${id}` }))),
      'RESULTS_TOO_MUCH',
    ],
    ['answerInlineQuery', results(article(), article()), 'RESULT_ID_DUPLICATE'],
    ['answerInlineQuery', results(article({ id: '' })), 'RESULT_ID_EMPTY'],
    ['answerInlineQuery', results(article({ id: 'ک'.repeat(33) })), 'RESULT_ID_INVALID'],
    ['answerInlineQuery', results(article({ type: 'song' })), 'RESULT_TYPE_INVALID'],
    [
      'answerInlineQuery',
      results(article({ title: '' })),
      'can\'t parse InlineQueryResult: Can\'t find field "title"',
    ],
    ['answerInlineQuery', results(article({ input_message_content: {} })), 'message text is empty'],
    [
      'answerInlineQuery',
      results(article({ input_message_content: { message_text: 'x'.repeat(4097) } })),
      'message is too long',
    ],
    [
      'answerInlineQuery',
      { inline_query_id: 'x', results: [], cache_time: -1 },
      'invalid cache_time specified',
    ],
    [
      'answerInlineQuery',
      { inline_query_id: 'x', results: [], next_offset: 'x'.repeat(65) },
      'NEXT_OFFSET_INVALID',
    ],
    [
      'answerInlineQuery',
      { inline_query_id: 'x', results: [], button: { text: 'x', start_parameter: 'ک' } },
      'START_PARAM_INVALID',
    ],
    ['answerGuestQuery', { guest_query_id: 'x', result: article() }, tooOld],
  ])('of %s %o: %s', async (method, payload, words) => {
    expect(await outcome(method, payload)).toEqual(refusal(words));
  });

  it('are answered once', async () => {
    const { ask, server } = await createScene();
    const answer = { callback_query_id: server.userTaps('x') };
    expect(await ask('answerCallbackQuery', answer)).toEqual({ ok: true, result: true });
    expect((await ask('answerCallbackQuery', answer)).ok).toBe(false);
  });
});
