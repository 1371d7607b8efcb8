import { describe, expect, it } from 'vitest';

import { exclude, timesExclude, valueOf } from '../../src/answering/answer-values.ts';
import type { SpanKind } from '../../src/language/answer-types/span.ts';

describe('two values exclude each other', () => {
  it.each<[SpanKind, string, string, boolean, string]>([
    ['date', '٧ی نیسانی ٢٠٢١', '٨ی نیسانی ٢٠٢١', true, 'another day'],
    ['date', '٧ی نیسانی ٢٠٢١', '7 April 2021', false, 'one day in two languages'],
    ['date', '٧ی نیسانی ٢٠٢١', '٠٧ - ٠٤ - ٢٠٢١', false, 'one day in two forms'],
    ['date', '٧ی نیسانی ٢٠٢١', 'نیسانی ٢٠٢١', false, 'a day in a month'],
    ['date', '٧ی نیسانی ٢٠٢١', 'ئایاری ٢٠٢١', true, 'a day in no such month'],
    ['date', 'چوارشەممە', '٧ی نیسانی ٢٠٢١', false, 'nobody says what day that was'],
    ['year', '٢٠١٩', '٢٠٢٠', true, 'another year'],
    ['year', '٢٠١٩', '2019', false, 'one year in two digits'],
    ['date', 'ساڵی ڕابردوو', '٢٠١٩', false, 'a time that another tells'],
    ['number', 'سێ', '٣', false, 'one number'],
    ['number', 'سێ', '٤', true, 'another number'],
    ['money', '١٥ ملیۆن دۆلار', '15,000,000 دۆلار', false, 'one sum'],
    ['money', '١٥ ملیۆن دۆلار', '١٥ ملیۆن دینار', false, 'other currencies'],
    ['money', '١٥ ملیۆن دۆلار', '٥ ملیۆن دۆلار', true, 'another sum'],
    ['length', '٣ کیلۆمەتر', '٣٠٠٠ مەتر', false, 'other units'],
    ['length', '٣ کیلۆمەتر', '٤ کیلۆمەتر', true, 'one unit'],
    ['percent', 'لەسەدا ١٤', '١٧٪', true, 'other shares'],
    ['number', '٥ بۆ ٧', '٩', false, 'a range'],
    ['number', 'هەزاران', '٩', false, 'no number'],
    ['person', 'فوئاد حوسێن', 'مستەفا کازمی', true, 'other people'],
    ['person', 'فوئاد حوسێن', 'حوسێن', false, 'perhaps one person'],
    ['city', 'هەولێر', 'سلێمانی', true, 'other cities'],
    ['place', 'هۆڵی شانۆ', 'سلێمانی', false, 'a hall may stand in a city'],
    ['reason', 'بۆ ئاسایش', 'بۆ بازرگانی', false, 'both may be reasons'],
  ])('%s %s, %s: %s, %s', (kind, one, other, expected) => {
    expect(exclude({ kind, text: one }, { kind, text: other })).toBe(expected);
    expect(exclude({ kind, text: other }, { kind, text: one })).toBe(expected);
  });

  it('never where they are of two sorts', () => {
    expect(exclude({ kind: 'city', text: 'هەولێر' }, { kind: 'country', text: 'عێراق' })).toBe(
      false,
    );
    expect(exclude({ kind: 'date', text: '٢٠٢١' }, { kind: 'number', text: '٥' })).toBe(false);
  });

  it('of times in texts, years alone among them; none says nothing', () => {
    expect(timesExclude('لە ساڵی ٢٠١٩ کرا', 'لە ساڵی ٢٠٢٠ کرا')).toBe(true);
    expect(timesExclude('لە ساڵی ٢٠١٩ کرا', 'لە نیسانی ٢٠١٩ کرا')).toBe(false);
    expect(timesExclude('لە ساڵی ٢٠١٩ کرا', 'کرا')).toBe(false);
    expect(timesExclude('٥٠ کەس', '٦٠ کەس')).toBe(false);
  });
});

/** The value found where `part` stands in a sentence. */
function found(sentence: string, part: string, kind: SpanKind): string | undefined {
  const start = sentence.indexOf(part);
  const span = { start, end: start + part.length, kind };
  return valueOf({ presence: 'new', span }, sentence)?.text;
}

describe('valueOf', () => {
  it.each<[string, string, SpanKind, string | undefined, string]>([
    ['٧ کەس مردن.', '٧', 'number', '٧', 'a number'],
    ['٥ بۆ ٧ کەس مردن.', '٧', 'number', undefined, 'the end of a range'],
    ['٥-٧ کەس مردن.', '٥', 'number', undefined, 'the beginning of one'],
    ['سەرۆکی وڵات ئۆباما هات.', 'ئۆباما', 'person', undefined, 'perhaps half of a name'],
    ['سەرۆکی ئۆباما هات.', 'ئۆباما', 'person', 'ئۆباما', 'whom an office is tied to'],
    ['لەلایەن ئۆباما کرا.', 'ئۆباما', 'person', 'ئۆباما', 'behind a small word'],
    ['وەزیر، ئۆباما، هات.', 'ئۆباما', 'person', 'ئۆباما', 'behind a comma'],
  ])('of %s, %s: %s', (sentence, part, kind, expected) => {
    expect(found(sentence, part, kind)).toBe(expected);
  });

  it('is none where the sentence only repeats the question', () => {
    expect(
      valueOf({ presence: 'present', span: { start: 0, end: 1, kind: 'number' } }, '٧'),
    ).toBeNull();
    expect(valueOf({ presence: 'absent', span: null }, '٧')).toBeNull();
  });
});
