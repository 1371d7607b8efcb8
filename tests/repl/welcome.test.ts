import { describe, expect, it } from 'vitest';

import { readMessages } from '../../src/app.ts';
import { welcome } from '../../src/repl/welcome.ts';

const TITLES = [
  { ckb: 'ئاو', en: 'Water' },
  { ckb: 'قوتابخانە', en: 'School' },
];

describe('welcome', () => {
  it('says in both languages what is known, and three questions to try', async () => {
    const messages = await readMessages('data', 'terminal');
    const text = welcome(messages, TITLES, (language) =>
      ['یەک', 'دوو', 'سێ', 'چوار'].map((question) => `${question} ${language}؟`),
    );
    expect(text).toContain('Water, School');
    expect(text).toContain('ئاو, قوتابخانە');
    expect(text.match(/^ {2}• .*(?:ckb|en)؟$/gmu)).toHaveLength(6);
    expect(text).not.toContain('چوار');
  });

  it('offers no examples where there are none', async () => {
    const messages = await readMessages('data', 'terminal');
    const text = welcome(messages, TITLES, () => []);
    expect(text).not.toContain('•');
    expect(text).not.toContain(messages.en.text('repl-examples'));
  });
});
