import { readdirSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createRandom } from '../../scripts/scale/random.ts';
import { asksMeaning } from '../../src/language/asks-meaning.ts';
import { anyText, FIXED } from '../support/any-text.ts';
import { respellQuote } from '../support/quote-spellings.ts';

const SORANI = [
  'ئەمە یانی چی؟',
  'یانی چی',
  'یانی؟',
  'مەبەست چییە؟',
  'مەبەستی چییە؟',
  'مەبەست لەمە چییە؟',
  'واتای چییە؟',
  'واتای ئەم وشەیە چییە؟',
  'ئەمە واتە چی',
  'ماناکەی چییە؟',
  'مانای ئەم ڕستەیە چییە؟',
  'ئەمە چی دەگەیەنێت؟',
  'ئەوە چی ئەگەیەنێ',
  'ئەم ڕستەیە چی دەگەیەنێت',
  'ڕوونی بکەرەوە',
  'تکایە ڕوونی بکەرەوە',
  'دەتوانیت ئەمەم بۆ ڕوون بکەیتەوە؟',
  'شی بکەرەوە',
  'لێکی بدەرەوە',
  'تێناگەم',
  'حاڵی نەبووم',
  'نازانم ئەمە یانی چی',
];

describe('what asks for a meaning', () => {
  it.each(SORANI)('%s, on any keyboard', (text) => {
    expect(asksMeaning(text)).toBe(true);
    const random = createRandom(3);
    for (let turn = 0; turn < 42; turn += 1) {
      expect(asksMeaning(respellQuote(`${text} `, turn, random).text)).toBe(true);
    }
  });

  it.each([
    ['ئةمة يانى جى', 'an Arabic keyboard'],
    ['مةبةست ضيية؟', 'a font from before Unicode'],
    ['ئه مه يعنى چى؟', 'a space behind every ە'],
    ['واتاى چيه', 'no marks'],
    ['ama yani chi?', 'Latin letters of a chat'],
    ['eme yanî çî?', 'those of Hawar'],
    ['watay chiya', 'Latin'],
    ['manay chya', 'Latin'],
    ['mabasti chiya lama', 'Latin'],
    ['ama chi dagayanet?', 'Latin'],
    ['rwni bkarawa', 'Latin'],
    ['What does this mean?', 'English'],
    ['what’s that mean', 'with an apostrophe of a phone'],
    ['mean?', 'one word'],
    ['meaning', 'one word'],
    ['What do they mean by this?', 'somebody else'],
    ['What is meant by that?', 'passive'],
    ['Tell me what this means', 'no question word first'],
    ['explain', 'a request'],
    ['Can you please explain this sentence in simple words?', 'a polite one'],
    ['I don’t understand this part', 'what is not understood'],
    ['How should I understand this?', 'how'],
    ['could you clarify?', 'another verb'],
  ])('%s: %s', (text) => {
    expect(asksMeaning(text)).toBe(true);
  });
});

describe('what does not', () => {
  it.each([
    ['what does the agreement mean for Kurdistan?', 'names what it asks about'],
    ['explain the agreement', 'likewise'],
    ['واتای ستراتیژی چییە؟', 'likewise'],
    ['مەبەستی ئەمریکا لە گفتوگۆکان چییە؟', 'a purpose'],
    ['مەبەست لە کۆبوونەوەکە چی بوو؟', 'a purpose'],
    ['وەزارەت ڕوونکردنەوەی دا؟', 'asks whether somebody explained something'],
    ['By what means did the delegations meet?', 'another "means"'],
    ['کێ سەرۆکایەتیی شاندی عێراقی کرد؟', 'an ordinary question'],
    ['بۆچی؟', 'asks why'],
    ['why?', 'asks why'],
    ['what is this?', 'asks what it is'],
    ['Do they mean it?', 'asks whether they are sincere'],
    ['I understand', 'says the opposite'],
    ['they explained it', 'tells something'],
    ['ئەمە ڕاستە؟', 'asks whether it is true'],
    ['سوپاس', 'thanks'],
    ['🙂', 'no word'],
    ['؟', 'no word'],
    ['', 'nothing'],
  ])('%s: %s', (text) => {
    expect(asksMeaning(text)).toBe(false);
  });

  it('is any text with a word about something else', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...SORANI), (text, question) => {
        expect(typeof asksMeaning(text)).toBe('boolean');
        expect(asksMeaning(`${question} کوردستان ${text}`)).toBe(false);
      }),
      { ...FIXED, numRuns: 200 },
    );
  });

  it('is any question of the evaluation sets', () => {
    const folder = 'data/evaluation';
    const questions = readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap(
        (name) => readFileSync(`${folder}/${name}`, 'utf8').match(/"q_\w+": "[^"]+"/gu) ?? [],
      )
      .map((field) => field.slice(field.indexOf(': "') + 3, -1));
    expect(questions.length).toBeGreaterThan(1000);
    expect(questions.filter(asksMeaning)).toEqual([]);
  });
});
