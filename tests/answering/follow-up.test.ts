import { describe, expect, it } from 'vitest';

import { carriedQuestions } from '../../src/answering/follow-up.ts';

const FIRST = 'کێ سەرۆکی شاندی عێراق بوو لە گفتوگۆکاندا؟';
const SECOND = 'بەنداوی نوێی پارێزگای هەولێر لە کوێ دروست کرا؟';

describe('carriedQuestions', () => {
  it.each([
    ['ئەی هی ئەمریکا؟', 'opens with ئەی'],
    ['ئه\u200Cی هی ئەمریکا لە کۆبوونەوەکەدا چی بوو؟', 'opens with ئەی of an Arabic keyboard'],
    ['And the American one?', 'opens with "and"'],
    ['What about the American delegation at the meeting?', 'opens with "what about"'],
    ['Where was he born and raised as a child?', '"he" points back'],
    ['ئەوان لە کۆبوونەوەکەدا باسی چییان کرد؟', 'ئەوان points back'],
    ['بۆچی؟', 'a question word alone'],
    ['Why?', 'a question word alone'],
    ['؟', 'nothing at all'],
  ])('%s carries the question before it: %s', (question) => {
    expect(carriedQuestions(question, [SECOND, FIRST])).toEqual([FIRST]);
  });

  it.each([
    [SECOND, 'content enough'],
    ['Which companies will invest in the energy sector of Iraq?', 'content enough'],
    [
      'Andorra signed which agreement with the Kurdistan Region?',
      '"And" is only how a name begins',
    ],
  ])('%s stands alone: %s', (question) => {
    expect(carriedQuestions(question, [FIRST])).toEqual([]);
  });

  it('reaches back over a chain of follow-ups to the question that started it, oldest first', () => {
    expect(carriedQuestions('بۆچی؟', [SECOND, FIRST, 'ئەی کەی؟'])).toEqual([FIRST, 'ئەی کەی؟']);
    expect(carriedQuestions('Why?', [FIRST, 'ئەی کەی؟', SECOND])).toEqual([SECOND]);
  });

  it('reaches back over three questions at most', () => {
    const history = [FIRST, 'یەک؟', 'دوو؟', 'سێ؟', 'چوار؟'];
    expect(carriedQuestions('بۆچی؟', history)).toEqual(['دوو؟', 'سێ؟', 'چوار؟']);
  });

  it('carries nothing where nothing was asked', () => {
    expect(carriedQuestions('بۆچی؟', [])).toEqual([]);
  });
});
