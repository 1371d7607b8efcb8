import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyse } from '../../../src/language/analysis.ts';
import { AnswerableText } from '../../../src/language/answer-types/answerable-text.ts';
import { soraniTopics } from '../../../src/language/topics/sorani-topics.ts';
import { anyText, FIXED } from '../../support/any-text.ts';
import { bundledLexicon } from '../../support/bundled-lexicon.ts';

const lexicon = await bundledLexicon();
/** What stands in the documents as it is. */
const WORDS = new Set(['کوردستان', 'عێراق', 'هەولێر', 'ئەمریکا', 'ئاو', 'پەرلەمان']);

function topics(text: string): string[] {
  const context = { lexicon, isWord: (word: string) => WORDS.has(word) };
  const answerable = new AnswerableText(text, analyse(text), lexicon);
  return soraniTopics(answerable, context).map(({ kind, text: topic }) => `${kind}: ${topic}`);
}

describe('the topics of a Sorani text', () => {
  it.each<[string, string[], string]>([
    [
      'شاندی عێراق بە سەرۆکایەتیی د. فوئاد حوسێن، وەزیری دەرەوەی وڵات هات.',
      ['thing: شاندی عێراق', 'person: فوئاد حوسێن', 'office: وەزیری دەرەوەی وڵات'],
      'bodies, persons, offices; a form of address is none',
    ],
    [
      'باسی گۆڕانی کەشوهەوا و خوێندنی باڵا و وزەی خاوێن کرا.',
      ['thing: گۆڕانی کەشوهەوا', 'thing: خوێندنی باڵا', 'thing: وزەی خاوێن'],
      'phrases of the lexicon',
    ],
    [
      'هێزە ئەمنییەکانی عێراق چالاکن.',
      ['thing: هێزە ئەمنییەکانی عێراق'],
      'an adjective that carries the ending of its noun, and what that is tied to',
    ],
    [
      'وڵاتان لە ڕۆژی چوارشەممە ٧ی نیسانی ٢٠٢١دا و لە ساڵی ٢٠٠٨دا و لە ئایاری ٢٠١٩دا کۆبوونەوە.',
      ['day: ٧ی نیسانی ٢٠٢١', 'month: ئایاری ٢٠١٩', 'year: ساڵی ٢٠٠٨'],
      'times as a reader writes them; a weekday is left out, a day without its year is none',
    ],
    ['لە شەممەدا و لە ٧ی نیسان هات.', [], 'a day of no year'],
  ])('%s: %j (%s)', (text, expected) => {
    expect(topics(text)).toEqual(expected);
  });

  it.each<[string, string[], string]>([
    ['سەرۆکی هەرێمی کوردستانیش هات.', ['office: سەرۆکی هەرێمی کوردستان'], '"too" goes'],
    ['نوێنەری هەرێمی کوردستانیشی تێدا بوو.', ['thing: نوێنەری هەرێمی کوردستان'], 'and its ی'],
    ['لە کوردستاندا هەڵبژاردن کرا.', ['thing: کوردستان'], '"in" goes'],
    ['سەردانی هەولێری کرد.', ['thing: هەولێر'], 'what owns the verb goes'],
    ['چوونە بەغدا.', ['thing: بەغدا'], 'but not from a name that ends so'],
    ['نەتەوە یەکگرتووەکانەوە یارمەتیی دا.', ['thing: نەتەوە یەکگرتووەکان'], 'nor more than that'],
    ['هێزە چەکدارەکانە.', ['thing: هێزە چەکدارەکان'], '"are" goes'],
    ['وەزارەتی ناوخۆی خۆیان هەیە.', ['thing: وەزارەتی ناوخۆ'], 'the izafe goes'],
    ['دەربارەی وەزارەتی دارایی.', ['thing: وەزارەتی دارایی'], 'an ی of its own stays'],
    ['کۆمپانیای زاگرۆس پردەکە دروست دەکات.', ['thing: کۆمپانیای زاگرۆس'], 'no verb is near'],
  ])('%s ends as it is called by itself: %j (%s)', (text, expected) => {
    expect(topics(text)).toEqual(expected);
  });

  it.each([
    ['هێزە ئەمنییەکانیان هاتن.', 'somebody’s'],
    ['هاوپەیمانیی نێودەوڵەتی چالاکییەکانی بۆ ئێمە گرنگن.', '"its activities", two phrases'],
    ['هاوپەیمانیی نێودەوڵەتی گۆڕدراوە بۆ هەمووان.', 'a verb behind a noun'],
    ['لیژنەی هاوئاهەنگی پێشکێش دەکات.', 'what belongs to the verb behind it'],
    ['وەزارەتی پەروەردەیەکی نوێ دامەزرا.', 'one of several'],
    ['کۆمپانیایەک هات.', 'one of several, alone'],
    ['پەرلەمان کۆبووەوە.', 'a body without a name'],
    ['ئەندامی پەرلەمانە.', '"is a member of parliament": ە behind what is a word'],
    ['بەڕێوەبەری سەرچاوەکانی ئاوە.', '"is the director of water resources"'],
    ['خۆش دەوێت و جەختیان کردەوە.', 'phrases of the lexicon that are verbs'],
    ['', 'nothing'],
  ])('%s has none: %s', (text) => {
    expect(topics(text)).toEqual([]);
  });

  it('are phrases of one line, of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const topic of topics(text)) expect(topic).toMatch(/^[a-z]+: \S(?:.*\S)?$/u);
      }),
      FIXED,
    );
  });
});
