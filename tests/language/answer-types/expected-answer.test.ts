import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { expectAnswer } from '../../../src/language/answer-types/expected-answer.ts';
import type { ExpectedKind } from '../../../src/language/answer-types/expected-kind.ts';
import { normalise } from '../../../src/language/normalise.ts';
import { FIXED, anyText } from '../../support/any-text.ts';

describe('the kind of answer a question asks for', () => {
  it.each<[string, ExpectedKind, string]>([
    ['کێ ڕێککەوتنەکەی واژوو کرد', 'agent', 'a person or a government may have signed'],
    ['کێ سەرۆکی شاندەکە بوو', 'person', 'an office is held by a person'],
    ['وەزیری دەرەوەی عێراق کێیە', 'person', 'likewise, the question word last'],
    ['ناوی ئەو کوڕە چییە', 'person', 'the name of a boy'],
    ['کام وەزیر هات', 'person', 'which minister'],
    ['فوئاد حوسێن کێیە', 'role', 'who a named person is'],
    ['بنکەکان هی کێن', 'agent', 'whose'],
    ['Who signed the agreement', 'agent', 'a person or a government'],
    ['Who is the electricity minister', 'person', 'an office'],
    ['What is the name of the boy', 'person', 'the name of a boy'],
    ['Which player scored', 'person', 'which player'],
    ['Who is Fuad Hussein', 'role', 'who a named person is'],
    ['لووتکەکە لە کام وڵات بەڕێوە دەچێت', 'country', 'which country'],
    ['خەڵکی چ وڵاتێکە', 'country', 'with endings'],
    ['In which country is it held', 'country', 'which country'],
    ['What nationality is she', 'country', 'a nationality is told by a country'],
    ['لە کام شار دەنگی دا', 'city', 'which city'],
    ['پایتەختی ئوسترالیا کوێیە', 'city', 'a capital'],
    ['Which cities are at risk', 'city', 'which cities'],
    ['What is the capital of France', 'city', 'a capital'],
    ['لە کوێ کۆبوونەوە', 'place', 'where'],
    ['له كوي كوبونه وه', 'place', 'where, on an Arabic keyboard'],
    ['کام هۆڵ', 'place', 'which hall'],
    ['Where was it held', 'place', 'where'],
    ['Near which beach was he', 'place', 'which beach'],
    ['گەڕی سێیەم کەی بوو', 'date', 'when'],
    ['لە چ بەروارێکدا دەبێت', 'date', 'on which date'],
    ['کام ڕۆژ هاتن', 'date', 'which day'],
    ['چ ڕۆژێک دەستی پێ کرد', 'date', 'what day'],
    ['When was it held', 'date', 'when'],
    ['Until when was it put off', 'date', 'until when'],
    ['هی چ ساڵێکە', 'year', 'of which year'],
    ['ساڵی چەند لەدایک بووە', 'year', 'the year as a number'],
    ['What year was it signed', 'year', 'which year'],
    ['کام ڕۆژی هەفتە بوو', 'weekday', 'which day of the week'],
    ['On what day of the week was it', 'weekday', 'which day of the week'],
    ['لە کام مانگدا دەکرێت', 'month', 'in which month'],
    ['In which month do they vote', 'month', 'in which month'],
    ['کاتژمێر چەند دەست پێ دەکات', 'time', 'at what hour'],
    ['چ کاتژمێرێک', 'time', 'which hour'],
    ['What time does it start', 'time', 'at what hour'],
    ['چەند کاتژمێری خایاند', 'duration', 'hours are counted, not named'],
    ['بۆ چەند ڕۆژ داخرا', 'duration', 'days'],
    ['ماوەی چەند بوو', 'duration', 'a span of time'],
    ['How long did it last', 'duration', 'a span of time'],
    ['How many weeks were left', 'duration', 'weeks'],
    ['How long is the bridge', 'length', 'a thing has a length'],
    ['درێژییەکەی چەند مەتر بوو', 'length', 'metres'],
    ['لێوارەکەی چەند پانە', 'length', 'how wide'],
    ['How wide is the brim', 'length', 'how wide'],
    ['How many kilometres is it', 'length', 'kilometres'],
    ['چەند کیلۆ بوو', 'weight', 'kilos'],
    ['How heavy was it', 'weight', 'how heavy'],
    ['تەمەنی چەند بوو', 'age', 'an age'],
    ['تەمەنی مستەفا کازمی چەندە', 'age', 'the person between'],
    ['How old was the farmer', 'age', 'an age'],
    ['نرخی نەوت چەندە', 'money', 'a price'],
    ['چەند پارە دەدات', 'money', 'how much money'],
    ['چەند ملیۆن دۆلار دەدات', 'money', 'with a multiple between'],
    ['بودجەکە چەند ترلیۆن دینارە', 'money', 'another currency'],
    ['How much does it cost', 'money', 'a price'],
    ['How many million dollars', 'money', 'with a multiple between'],
    ['لە سەدا چەندە', 'percent', 'a share of a hundred'],
    ['ڕێژەی بەشداربووان گەیشتە چەند', 'percent', 'a rate'],
    ['چەند لە سەدی دەنگدەران', 'percent', 'the other order'],
    ['What percentage of voters', 'percent', 'a share of a hundred'],
    ['گەڕی چەندەم بوو', 'ordinal', 'the how-manieth'],
    ['چەندەمین گەڕ بوو', 'ordinal', 'with its ending'],
    ['Which round was it', 'ordinal', 'rounds are numbered'],
    ['چەند کرێکاری هەیە', 'count', 'workers are counted'],
    ['ژمارەی ئاوارەکان چەندە', 'count', 'the number of'],
    ['How many workers does it have', 'count', 'workers are counted'],
    ['چ ژمارەیەک', 'number', 'a number itself'],
    ['What number do I call', 'number', 'a number itself'],
    ['بۆچی هاتن', 'reason', 'why'],
    ['بوچی هاتن', 'reason', 'without marks'],
    ['لەبەر چی هاتن', 'reason', 'because of what'],
    ['Why did they come', 'reason', 'why'],
    ['چۆن کۆبوونەوە', 'manner', 'how'],
    ['How did they meet', 'manner', 'how'],
    ['How did he describe it', 'other', 'what he said of it'],
    ['لە کام زانکۆ خوێندی', 'named', 'which university'],
    ['لە ڕێی کام لیژنەوە', 'named', 'which committee, with its circumposition'],
    ['کام رۆژنامە نووسی', 'named', 'a newspaper is no day'],
    ['At which university did he study', 'named', 'which university'],
    ['Of which company is he director', 'named', 'which company'],
    ['What are the names of the companies', 'named', 'names of things'],
    ['فڕۆکەکە بۆینگ بوو یان ئێرباس', 'alternatives', 'one of two'],
    ['Was the plane a Boeing or an Airbus', 'alternatives', 'one of two'],
    ['ئایا باسی ئێران کرا', 'yes-no', 'its particle'],
    ['Did Turkey take part', 'yes-no', 'its verb comes first'],
    ['کام بابەتانە تاوتوێ کران', 'list', 'topics'],
    ['باسی چ پرسێکیان کرد', 'list', 'questions that were raised'],
    ['Which topics were discussed', 'list', 'topics'],
    ['چی باس کرا', 'other', 'what was said leaves no trace'],
    ['What did they say about water', 'other', 'nor in English'],
    ['What came up when they met', 'other', 'the second question word joins a clause'],
    ['', 'other', 'nothing'],
  ])('%s: %s (%s)', (question, expected) => {
    expect(expectAnswer(normalise(question).text).kind).toBe(expected);
  });

  it.each([
    ['چەند کرێکاری هەیە', ['کرێکاری'], 'behind چەند'],
    ['گەڕی چەندەم بوو', ['گەڕی'], 'before the ordinal'],
    ['ژمارەی ئاوارەکان چەندە', ['ئاوارەکان'], 'behind the number of'],
    ['چەند ملیۆن ئاوارە هەیە', ['ئاوارە'], 'behind a multiple'],
    ['How many American soldiers are there', ['american'], 'the first word of the phrase'],
    ['لە کام زانکۆ خوێندی', ['زانکۆ'], 'behind کام'],
    ['At which university did he study', ['university'], 'up to the verb'],
    ['وەزیری کارەبای عێراق کێیە', ['وەزیری', 'کارەبای'], 'an office and what it is for'],
    ['Who is the electricity minister', ['electricity', 'minister'], 'likewise'],
    ['Why did they come', [], 'a reason has none'],
  ])('%s: about %j, %s', (question, noun) => {
    expect(expectAnswer(normalise(question).text).noun).toEqual(noun);
  });

  it.each([
    ['کام وڵاتانە بەشدار بوون', true, 'a Sorani plural'],
    ['کام وڵات بەشدار بوو', false, 'a singular'],
    ['کێن', true, 'who, several'],
    ['Which countries took part', true, 'an English plural'],
    ['Which country took part', false, 'a singular'],
  ])('%s: several %s, %s', (question, many) => {
    expect(expectAnswer(normalise(question).text).many).toBe(many);
  });

  it('never throws, and names only words of the question', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: words } = normalise(text);
        for (const noun of expectAnswer(words).noun) expect(noun).not.toBe('');
      }),
      FIXED,
    );
  });
});
