import { describe, expect, it } from 'vitest';

import { lacksTitle } from '../../src/answering/unnamed-title.ts';
import { passagesOf } from '../support/passages.ts';
import { openStatement } from '../support/statement.ts';

const { passages } = await openStatement();
const delegation = passages.find(({ text }) => text.includes('بە سەرۆکایەتیی د. فوئاد حوسێن'));
const news = passagesOf('news', [
  ['جۆ بایدن سەرۆکی ئەمریکا گەیشتە لەندەن و چاوی بە پاشا کەوت.'],
])[0];

describe('an office that only its title names', () => {
  it.each([
    ['سەرۆککۆماری ئەمریکا کێیە؟', true, 'who heads a delegation is no president'],
    ['سەرۆک کۆماری عێراق کێ بوو؟', true, 'written apart'],
    ['Who is the president of Iraq?', true, 'in English'],
    ["Who's the king of Iraq?", true, 'another office'],
    ['سەرۆکی شاندی عێراق کێ بوو؟', false, 'the head of something'],
    ['Who was the head of the US delegation?', false, 'the same in English'],
    ['Who is the prime minister of Iraq?', false, 'an office with other names'],
    ['Who met the president?', false, 'somebody else is asked for'],
    ['What did the president say?', false, 'nobody is asked for'],
  ])('%s of the delegations: lacking is %s, %s', (question, lacking, _reason) => {
    if (delegation === undefined) throw new Error('The statement has changed.');
    expect(lacksTitle(question, delegation)).toBe(lacking);
  });

  it.each([
    ['سەرۆککۆماری ئەمریکا کێیە؟', false],
    ['Who is the president of the US?', false],
    ['پاشای بەریتانیا کێیە؟', false],
    ['Who is the Pope?', true],
  ])('%s of a report that names a president and a king: %s', (question, lacking) => {
    if (news === undefined) throw new Error('There is no passage.');
    expect(lacksTitle(question, news)).toBe(lacking);
  });
});
