import { beforeAll, describe, expect, it } from 'vitest';

import { createRandom, draw } from '../../scripts/scale/random.ts';
import { UsageError } from '../../src/errors.ts';
import { isTunedOn, readLabelledQuotes } from '../../src/evaluation/labelled-quotes.ts';
import type { LabelledQuote } from '../../src/evaluation/labelled-quotes.ts';
import { scoreVerdicts, VERDICTS } from '../../src/evaluation/verdict-scores.ts';
import type { CheckedQuote } from '../../src/evaluation/verdict-scores.ts';
import type { QuoteCheck } from '../../src/proof/quote-check.ts';
import { createQuoteChecker } from '../../src/proof/quote-checker.ts';
import { mutateQuotes } from '../support/quote-mutations.ts';
import { respellQuote } from '../support/quote-spellings.ts';
import { openStatement } from '../support/statement.ts';

const snapshot = await openStatement();
const source = snapshot.documents.get('statement')?.source ?? '';
const sentences = snapshot.passages.flatMap((passage) => passage.sentences);
const texts = sentences.map(({ text }) => text);
const checker = createQuoteChecker({ snapshot: () => snapshot });

function check(text: string): QuoteCheck {
  return checker.check({ text });
}

const DIALOGUE = 'دیالۆگ تاکە رێگەی دروستە بۆ چارەسەرکردنی قەیرانەکان';
const FORCES =
  'هەردوولا ئاماژەیان بەوە کرد کە هێزەکانی ئەمریکا لەسەر بانگهێشتی حکومەتی عێراق لەو وڵاتەن بۆ پاڵپشتیکردنی هێزە ئەمنییەکانی عێراق لە شەڕی دژی داعشدا.';
const REPRESENTATIVE = 'شاندەکەی عێراق نوێنەری حکومەتی هەرێمی کوردستانیشی تێدا بوو';

describe('a checker', () => {
  it('takes no changed quote for exact, of 300', () => {
    const mutations = mutateQuotes(texts, source, { random: createRandom(3), count: 300 });
    const accepted = mutations.filter(({ text }) => check(text).verdict === 'exact');
    expect(accepted).toStrictEqual([]);
  }, 120_000);

  it('takes whole sentences for exact in any spelling, 300 times, and shows the spelling of the document', () => {
    const random = createRandom(4);
    for (let turn = 0; turn < 300; turn += 1) {
      const sentence = draw(random, sentences);
      const { text } = respellQuote(sentence.text, turn, random);
      const { verdict, via, citation, difference } = check(text);
      expect([text, verdict, via, difference]).toEqual([text, 'exact', 'source', []]);
      expect(citation?.quote).toBe(source.slice(citation?.start, citation?.end));
      expect(sentence.text).toContain(citation?.quote.slice(0, 200));
    }
  }, 120_000);

  it.each([
    ['a whole sentence', FORCES],
    ['a phrase', 'بە سەرۆکایەتیی ئەنتۆنی بلینکن، وەزیری دەرەوەی ئەمریکا'],
    ['a sentence in quotation marks', `«${FORCES}»`],
    ['a sentence behind a question', `ئەمە ڕاستە؟ «${FORCES}»`],
    ['a sentence before its source', `${FORCES}\n— ئاژانسی هەواڵ`],
    ['words behind who said them', `کازمی وتی: ${DIALOGUE}`],
    [
      'words behind who said them, in English',
      'Kadhimi: “Dialogue is the only right way to resolve crises”',
    ],
    ['two paragraphs', `${texts[0]}\n\n${texts[1]}`],
    ['Latin letters', 'Şandekey Êraq nwênerî hikûmetî herêmî Kurdistanîşî têda bû.'],
    ['a name', 'ئەنتۆنی بلینکن'],
    ['a number', '2008'],
    ['a date', '7 April 2021'],
    ['a name with a particle', 'Mustafa al-Kadhimi'],
    ['a year', 'ساڵی ٢٠٠٨'],
    ['a year behind a preposition', 'لە ساڵی 2008'],
    ['a year in English', 'the year 2008'],
    ['a year in words', 'ساڵی دوو هەزار و هەشت'],
    ['a sentence before hashtags, emoji and a link', `«${FORCES}» 👍 #کوردستان https://x.com/a`],
    ['a sentence between ornaments', `🔴 #عێراق ${FORCES}\n@channel 👇`],
    ['a phrase of a direct quotation', 'بۆ چارەسەرکردنی قەیرانەکان'],
    ['a sentence of the rendition', sentences[5]?.rendition?.text ?? ''],
    [
      'a paraphrase',
      'A representative of the Kurdistan Regional Government was also part of the Iraqi delegation.',
    ],
  ])('finds %s', (_, text) => {
    expect(check(text)).toMatchObject({ verdict: 'exact', difference: [] });
  });

  it.each([
    ['a report without who reports', DIALOGUE],
    ['a report without its verb', FORCES.slice(FORCES.indexOf('هێزەکانی'))],
    ['words in another mouth', `بلینکن وتی: ${DIALOGUE}`],
    ['words of two places', `${REPRESENTATIVE} ${FORCES.slice(FORCES.indexOf('هێزەکانی'))}`],
    ['a negation added', REPRESENTATIVE.replace('بوو', 'نەبوو')],
    ['a negation cut off', 'هەڕەشە بۆسەر سەقامگیریی عێراق'],
    [
      'a negation added, in Latin letters',
      'Şandekey Êraq nwênerî hikûmetî herêmî Kurdistanîşî têda nebû.',
    ],
    ['another country', 'هێزەکانی ئێران لەسەر بانگهێشتی حکومەتی عێراق لەو وڵاتەن'],
    [
      'names in each other’s place',
      'Both sides noted that Iraqi forces are in Iraq at the invitation of the US government to support the Iraqi security forces in the fight against ISIS (Daesh).',
    ],
    [
      'a word for another in English',
      'Both sides noted that US forces are in Iran at the invitation of the Iraqi government.',
    ],
  ])('calls altered: %s', (_, text) => {
    const { verdict, citation, difference } = check(text);
    expect(verdict).toBe('altered');
    expect(citation?.quote).toBe(source.slice(citation?.start, citation?.end));
    expect(difference).not.toEqual([]);
  });

  it.each([
    ['other news', 'یانەی هەولێر بە دوو گۆڵ یانەی زەورای بردەوە'],
    ['a common word', 'ئاشتی'],
    ['two common words', 'حکومەتی عێراق'],
    ['stop words', 'و لە بۆ کە'],
    ['stop words in English', 'the of and'],
    ['a year that is not there', 'ساڵی ٢٠٠٩'],
    ['a name that is not there', 'بەرهەم ساڵح'],
    ['a number that is not there', '2009'],
    ['other news in English', 'Iran cut gas supplies, leaving southern provinces in the dark.'],
    ['no word', '🙂 !'],
  ])('does not find %s', (_, text) => {
    expect(check(text)).toMatchObject({
      verdict: 'not-in-document',
      citation: null,
      difference: [],
    });
  });

  it('names the words that differ', () => {
    expect(check(REPRESENTATIVE.replace('هەرێمی', 'فیدراڵیی')).difference).toEqual([
      { op: 'replace', said: 'فیدراڵیی', document: 'هەرێمی' },
    ]);
  });

  it('names a number in words as one difference from digits', () => {
    const text = 'رێککەوتنی ستراتیژیی ساڵی دوو هەزار و هەشتی نێوان هەردوو وڵات';
    expect(check(text)).toMatchObject({
      verdict: 'altered',
      difference: [{ op: 'replace', said: 'دوو هەزار و هەشتی', document: '٢٠٠٨ی' }],
    });
  });

  it.each([
    DIALOGUE,
    'دیالۆگ تاکە رێگەی دروستە',
    'گەلەکەمان شایستەی ئەوەیە بە ئاشتی و ئاسایش و گەشەسەندوویی بژی',
    'Dialogue is the only right way to resolve crises',
    'our people deserve to live in peace, security and prosperity',
  ])('says of a part of a direct quotation that its report was cut off: %s', (text) => {
    const { verdict, because, difference } = check(text);
    expect([verdict, because?.kind]).toEqual(['altered', 'report']);
    expect(because?.words).toMatch(/(?:دەشڵێت|adds)$/u);
    expect(difference.every(({ op }) => op === 'delete')).toBe(true);
  });

  it.each([
    [`بلینکن وتی: ${DIALOGUE}`, 'speaker'],
    ['هەڕەشە بۆسەر سەقامگیریی عێراق', 'negation'],
    [REPRESENTATIVE.replace('بوو', 'نەبوو'), undefined],
  ])('says why %s is altered', (text, kind) => {
    expect(check(text).because?.kind).toBe(kind);
  });

  it('lays changed words beside those in their place', () => {
    const moved = check('گەلەکەمان شایستەی ئەوەیە بە ململانێ و جەنگ بژی').difference;
    expect(moved.map(({ document }) => document)).toContain('نەک');
    expect(moved.map(({ said }) => said)).not.toContain('بژی');
    const { difference } = check(
      'The US welcomed the deal between Baghdad and Erbil on the budget and energy',
    );
    expect(difference).toContainEqual({ op: 'replace', said: 'Baghdad', document: 'Iraq' });
    const same = new Set(['welcomed', 'between', 'budget', 'energy']);
    expect(difference.filter(({ said }) => same.has(said))).toEqual([]);
  });

  it('refuses a document that is not there', () => {
    expect(() => checker.check({ text: FORCES, document: 'other' })).toThrow(UsageError);
  });
});

/** What is asked for of each verdict. */
const LEAST_F1 = 0.9;

describe('a checker of the labelled quotes that no rule was made with', () => {
  let checked: (LabelledQuote & CheckedQuote)[];

  beforeAll(async () => {
    const labelled = await readLabelledQuotes('data/evaluation/quotes.jsonl');
    const unseen = labelled.filter((quote) => !isTunedOn(quote));
    checked = unseen.map((quote) => ({ ...quote, found: check(quote.text).verdict }));
  }, 120_000);

  it.each(VERDICTS)(`tells %s with an F1 of ${LEAST_F1} at least`, (verdict) => {
    expect(scoreVerdicts(checked)[verdict].f1).toBeGreaterThanOrEqual(LEAST_F1);
  });

  it('takes no altered or invented text for exact', () => {
    const accepted = checked.filter(
      ({ verdict, found }) => verdict !== 'exact' && found === 'exact',
    );
    expect(accepted).toEqual([]);
  });
});
