import type { InlineKeyboardButton } from 'grammy/types';
import { describe, expect, it } from 'vitest';

import {
  answerData,
  answerKeyboard,
  answerPattern,
  ANSWER_ACTIONS,
  reasonKeyboard,
  REASONS,
} from '../../src/telegram/answer-keyboard.ts';
import { documentKey } from '../../src/telegram/document-key.ts';
import { exampleData } from '../../src/telegram/features/examples.ts';
import { pageData, PAGE_DATA } from '../../src/telegram/page-view.ts';
import { WORDS } from './bot-harness.ts';
import { answer, citation } from './fake-answerer.ts';

const LARGEST_ID = Number.MAX_SAFE_INTEGER;
const LONGEST_QUESTION = 'ئایا '.repeat(60);

function buttons(
  given: Partial<Parameters<typeof answerKeyboard>[0]>,
  changes: Parameters<typeof answer>[0] = {},
): InlineKeyboardButton[][] {
  const record = { id: LARGEST_ID, suggestions: [], ...given };
  return answerKeyboard(record, answer(changes), WORDS.ckb).inline_keyboard;
}

/** The data of every button that has any. */
function dataOf(keyboard: readonly (readonly InlineKeyboardButton[])[]): string[] {
  return keyboard
    .flat()
    .flatMap((button) => ('callback_data' in button ? button.callback_data : []));
}

/** The button that copies a quote. */
function copy(quote: string): InlineKeyboardButton | undefined {
  return buttons({}, { citations: [citation({ quote })] })[1]?.[0];
}

/** The reasons that are offered below a vote. */
function reasons(status: 'answered' | 'not-in-document'): string[] {
  return dataOf(reasonKeyboard(1, answer({ status }), WORDS.ckb).inline_keyboard).map((data) =>
    data.replace('a:1:w', ''),
  );
}

const ckb = (key: string): string => WORDS.ckb.text(key);

describe('the data of a button', () => {
  it('holds 64 bytes at most, for the largest numbers and the longest words', () => {
    const long = { citations: [citation({ quote: 'ڕستە '.repeat(100) })] };
    const all = [
      ...dataOf(buttons({ suggestions: [LONGEST_QUESTION, LONGEST_QUESTION] }, long)),
      ...dataOf(reasonKeyboard(LARGEST_ID, answer(), WORDS.ckb).inline_keyboard),
      pageData('-'.repeat(32), '+1'),
      exampleData('ckb', 2),
      `document:${documentKey('ڕاپۆرتی-ساڵانە-'.repeat(20))}`,
      `read:${documentKey('')}`,
    ];
    expect(all.length).toBeGreaterThan(12);
    for (const data of all) expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
  });

  it('is read by its own pattern and by no other', () => {
    const actions = ['context', 'language', 'copy', 'vote', 'reason', 'suggestion'] as const;
    expect(actions).toEqual(Object.keys(ANSWER_ACTIONS));
    for (const action of actions) {
      const data = answerData(LARGEST_ID, action, 'up');
      const read = actions.filter((one) => answerPattern(one).test(data));
      expect(read).toEqual([action]);
      const groups = answerPattern(action).exec(data)?.groups;
      expect(Number.parseInt(groups?.['id'] ?? '', 36)).toBe(LARGEST_ID);
      expect(groups?.['value']).toBe('up');
    }
    expect(PAGE_DATA.exec(pageData('a'.repeat(22), '-1'))?.groups).toMatchObject({ step: '-1' });
  });
});

describe('the buttons below an answer', () => {
  it('stand in rows: the text and the other language, copy and votes, then what to ask next', () => {
    const rows = buttons({ suggestions: ['کێ؟', 'کەی؟'] }).map((row) =>
      row.map(({ text }) => text),
    );
    expect(rows).toEqual([
      [ckb('bot-button-context'), ckb('bot-button-to-en')],
      [ckb('bot-button-copy'), ckb('bot-button-up'), ckb('bot-button-down')],
      ['کێ؟'],
      ['کەی؟'],
    ]);
  });

  it('open four sentences at most, each by its marker; nearest ones by their place', () => {
    const many = [1, 2, 3, 4, 5].map((marker) => citation({ marker }));
    const contexts = (citations: typeof many): string[] =>
      buttons({}, { citations })[0]?.map(({ text }) => text.replaceAll(/[\u2068\u2069]/gu, '')) ??
      [];
    expect(contexts(many)).toEqual(['📖 [1]', '📖 [2]', '📖 [3]', '📖 [4]']);
    const near = [citation({ marker: 0 }), citation({ marker: 0 })];
    expect(contexts(near)).toEqual(['📖 ١', '📖 ٢']);
  });

  it('copy the quote itself up to 256 units, else ask for a message to copy', () => {
    expect(copy('🙂'.repeat(128))).toMatchObject({ copy_text: { text: '🙂'.repeat(128) } });
    expect(copy(`${'🙂'.repeat(128)}.`)).toMatchObject({
      callback_data: answerData(LARGEST_ID, 'copy'),
    });
  });

  it('have nothing to open or to copy below an answer without sentences', () => {
    expect(buttons({}, { citations: [] }).map((row) => row.length)).toEqual([1, 2]);
  });
});

describe('what may have been wrong', () => {
  it('differs for an answer and for a refusal, and each has its words', () => {
    expect(reasons('answered')).toEqual(['wrong', 'beside', 'incomplete', 'unclear']);
    expect(reasons('not-in-document')).toEqual(['incomplete', 'unclear', 'missing']);
    for (const reason of REASONS) expect(WORDS.en.text(`bot-vote-${reason}`)).not.toBe('');
  });
});
