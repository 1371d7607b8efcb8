import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { questionType } from '../../src/language/question-type.ts';
import { FIXED, anyText } from '../support/any-text.ts';

describe('what a question asks for', () => {
  it.each([
    ['کێ سەرۆکایەتیی شاندی عێراقی کرد؟', 'who', 'Sorani'],
    ['سەرۆکی شاندەکە كى بوو', 'who', 'an Arabic keyboard'],
    ['seroki shandi iraq ki bu', 'who', 'chat spelling'],
    ['Who led the delegation?', 'who', 'English'],
    ['Whose statement is it?', 'who', 'whose'],
    ['گەڕی سێیەم کەی بەڕێوەچوو؟', 'when', 'Sorani'],
    ['کۆبوونەوەکە كه\u200Cى بوو', 'when', 'an Arabic keyboard'],
    ['لە چ ساڵێک ڕێککەوتن؟', 'when', 'which year, in two words'],
    ['کام ڕۆژ هاتن؟', 'when', 'which day'],
    ['کام رۆژ هاتن؟', 'when', 'which day, with the plain ر'],
    ['key kobunewe kra?', 'when', 'Hawar without its marks'],
    ['What year was the agreement signed?', 'when', 'English, in two words'],
    ['لە کوێ کۆبوونەوە؟', 'where', 'Sorani, in two words'],
    ['لەکوێیە؟', 'where', 'in one, with the copula'],
    ['Where was it published?', 'where', 'English'],
    ['چەند کەس هاتن؟', 'how-many', 'Sorani'],
    ['چەندەمین گەڕ بوو؟', 'how-many', 'with an ending'],
    ['How many rounds were there?', 'how-many', 'before "how"'],
    ['بۆچی هاتن؟', 'why', 'before "what", which it ends in'],
    ['بۆ چی هاتن؟', 'why', 'in two words'],
    ['هۆکار چییە؟', 'why', 'the reason'],
    ['What for?', 'why', 'before "what"'],
    ['چۆن کۆبوونەوە؟', 'how', 'Sorani'],
    ['How did they meet?', 'how', 'English'],
    ['کام وڵات هات؟', 'which', 'Sorani'],
    ['Which country came?', 'which', 'English'],
    ['چی باس کرا؟', 'what', 'Sorani'],
    ['çi bas kra?', 'what', 'Hawar'],
    ['What was discussed?', 'what', 'English'],
    ['What are the key points?', 'what', '"key" is when in Latin Sorani only'],
    ['What did Ban Ki-moon say?', 'what', 'and "ki" is who'],
    ['ئایا ئەمریکا هات؟', 'other', 'yes or no'],
    ['Did they meet?', 'other', 'yes or no in English'],
    ['کێشەکان', 'other', 'a word that only begins like one'],
    ['somehow whatever', 'other', 'and English ones'],
    ['', 'other', 'nothing'],
  ])('%j: %s, %s', (question, expected) => {
    expect(questionType(question)).toBe(expected);
  });

  it('is told from the words alone, whatever stands around them', () => {
    expect(questionType('  «کێ»،سەرۆک بوو؟!')).toBe('who');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(questionType(text)).toBeTypeOf('string');
      }),
      FIXED,
    );
  });
});
