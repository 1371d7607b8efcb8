import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';

const TRANSLATIONS = 'english\tpos\tsorani';
const SYNONYMS = 'word\tsynonyms\trelated';
const ESTIMATES = 'english\tsorani\tstrength';

/** A line of each kind of file that has nothing wrong with it. */
const GOOD_LINES = [
  [TRANSLATIONS, 'Iraq\tname\tعێراق'],
  [SYNONYMS, 'شاند\tوەفد\tسەردان'],
  [ESTIMATES, 'siege\tگەمارۆ\t0.39'],
] as const;

describe('a file of translations', () => {
  it('gives an entry a line, its words as stems, the Sorani ones folded', () => {
    const text = `${TRANSLATIONS}\ndelegations\tn\tشاندەکان; وەفد\nforeign minister\tn\tوەزیری دەرەوە\nIraq\tname\tعێراق\n`;
    expect(parseLexicon('politics.tsv', text)).toEqual([
      { kind: 'translation', english: ['deleg'], name: false, sorani: [['شاند'], ['وهفد']] },
      {
        kind: 'translation',
        english: ['foreign', 'minist'],
        name: false,
        sorani: [['وهزیر', 'دهر']],
      },
      { kind: 'translation', english: ['iraq'], name: true, sorani: [['عیراق']] },
    ]);
  });

  it.each([
    ['complain\tv\tشکات کردن', [['شکات']], 'the verb that carries it is left out'],
    ['be\tv\tبوون; هەبوون', [['بون'], ['ههبون']], 'but not where it is all there is'],
    ['after all\tadv\tلە دوای هەموو', [['له', 'دوا', 'ههمو']], 'even where it is several words'],
    ['end of war\tn\tکۆتایی بە جەنگ', [['کوتا', 'جهنگ']], 'a preposition is left out'],
  ])('%j has the Sorani phrases %j: %s', (line, expected) => {
    const [entry] = parseLexicon('words.tsv', `${TRANSLATIONS}\n${line}`);
    expect(entry).toMatchObject({ sorani: expected });
  });

  it('keeps English stop words, whose phrase would be another without them', () => {
    const [entry] = parseLexicon('words.tsv', `${TRANSLATIONS}\nhead of state\tn\tسەرۆک`);
    expect(entry).toMatchObject({ english: ['head', 'of', 'state'] });
  });
});

describe('a file of synonyms', () => {
  it('gives an entry a line: a phrase, what can stand for it and what comes up with it', () => {
    const text = `${SYNONYMS}\nباوەڕ هێنان\tباوەڕهێنان; ئاشت بوون\tنوێژ\n`;
    expect(parseLexicon('synonyms.tsv', text)).toEqual([
      {
        kind: 'synonyms',
        sorani: ['باوهر', 'هین'],
        synonyms: [['باوهرهین'], ['اشت']],
        related: [['نویژ']],
      },
    ]);
  });

  it.each<[string, { synonyms: string[][]; related: string[][] }, string]>([
    ['گەمارۆ\tحیسار\t', { synonyms: [['حیسار']], related: [] }, 'nothing related'],
    ['گەمارۆ\t\tسزا', { synonyms: [], related: [['سزا']] }, 'no synonym'],
    ['گەمارۆ\t\t', { synonyms: [], related: [] }, 'neither'],
  ])('may have a line with an empty column, even the last: %j, %s, %s', (line, expected) => {
    for (const end of ['', '\n', '\r\n', '\n\n']) {
      expect(parseLexicon('synonyms.tsv', `${SYNONYMS}\n${line}${end}`)).toEqual([
        { kind: 'synonyms', sorani: ['گهمارو'], ...expected },
      ]);
    }
  });
});

describe('a file of estimates', () => {
  it('gives an entry a line: a pair of words and how surely one translates the other', () => {
    const text = `${ESTIMATES}\nmarkets\tبازاڕەکان\t0.39\nIraq\tعێراق\t1\n`;
    expect(parseLexicon('estimated.tsv', text)).toEqual([
      { kind: 'estimate', english: ['market'], sorani: ['بازار'], strength: 0.39 },
      { kind: 'estimate', english: ['iraq'], sorani: ['عیراق'], strength: 1 },
    ]);
  });
});

describe('a lexicon file', () => {
  it.each(GOOD_LINES)('with the header %j may have line ends of another system', (header, line) => {
    const expected = parseLexicon('one.tsv', `${header}\n${line}`);
    expect(expected).toHaveLength(1);
    expect(parseLexicon('one.tsv', `${header}\r\n${line}\r\n`)).toEqual(expected);
    expect(parseLexicon('one.tsv', `\uFEFF${header}\n${line}\n\n`)).toEqual(expected);
  });

  it.each(GOOD_LINES)('with the header %j may have spaces round its columns', (header, line) => {
    expect(parseLexicon('one.tsv', `${header}\n${line.replaceAll('\t', ' \t ')}`)).toEqual(
      parseLexicon('one.tsv', `${header}\n${line}`),
    );
  });

  it.each(GOOD_LINES)('may be empty but for its header %j', (header) => {
    expect(parseLexicon('none.tsv', `${header}\n`)).toEqual([]);
  });

  it.each([
    [TRANSLATIONS, 'Iraq\tname', 'no Sorani'],
    [TRANSLATIONS, 'Iraq\tname\t', 'nothing in its Sorani'],
    [TRANSLATIONS, 'Iraq\tname\tعێراق;', 'nothing behind a semicolon'],
    [TRANSLATIONS, 'Iraq\tname\tعێراق;…', 'a mark for an equivalent'],
    [TRANSLATIONS, 'Iraq\t\tعێراق', 'no part of speech'],
    [TRANSLATIONS, '\tname\tعێراق', 'no English'],
    [TRANSLATIONS, '…\tname\tعێراق', 'a mark for an English word'],
    [TRANSLATIONS, 'Iraq\tname\tعێراق\tmore', 'a column too many'],
    [TRANSLATIONS, '', 'nothing at all'],
    [SYNONYMS, 'گەمارۆ\tحیسار', 'no column for what is related'],
    [SYNONYMS, 'گەمارۆ\tحیسار\tسزا\t', 'a column too many, though it is empty'],
    [SYNONYMS, '\tحیسار\tسزا', 'no word'],
    [SYNONYMS, '…\tحیسار\tسزا', 'a mark for a word'],
    [SYNONYMS, 'گەمارۆ; ئابڵۆقە\tحیسار\tسزا', 'two words'],
    [SYNONYMS, 'گەمارۆ\tحیسار;\tسزا', 'nothing behind a semicolon'],
    [SYNONYMS, 'گەمارۆ\tحیسار\t;سزا', 'nothing before a semicolon'],
    [SYNONYMS, 'گەمارۆ\t…\t', 'a mark for a synonym'],
    [ESTIMATES, 'siege\tگەمارۆ', 'no strength'],
    [ESTIMATES, 'siege\tگەمارۆ\t', 'nothing in its strength'],
    [ESTIMATES, 'siege\tگەمارۆ\thigh', 'a strength that is no number'],
    [ESTIMATES, 'siege\tگەمارۆ\t0', 'a strength of nothing'],
    [ESTIMATES, 'siege\tگەمارۆ\t-0.5', 'a strength below 0'],
    [ESTIMATES, 'siege\tگەمارۆ\t1.01', 'a strength above 1'],
    [ESTIMATES, 'siege\tگەمارۆ; حیسار\t0.5', 'two Sorani words'],
    [ESTIMATES, 'siege\t\t0.5', 'no Sorani'],
    [ESTIMATES, '\tگەمارۆ\t0.5', 'no English'],
    [ESTIMATES, 'siege\tگەمارۆ\t0.5\tmore', 'a column too many'],
  ])('with the header %j and the line %j (%s) names the file and the line', (header, line) => {
    const good = GOOD_LINES.find(([one]) => one === header)?.[1];
    const text = [header, good, line, good, ''].join('\n');
    expect(() => parseLexicon('some.tsv', text)).toThrow(PirsyarError);
    expect(() => parseLexicon('some.tsv', text)).toThrow(
      `some.tsv:3 is no entry of the form ${header.replaceAll('\t', '<tab>')}.`,
    );
  });

  it.each([
    [''],
    ['english,pos,sorani\n'],
    ['Iraq\tname\tعێراق\n'],
    [`\n${TRANSLATIONS}\n`],
    ['english\tsorani\n'],
    ['English\tPos\tSorani\n'],
  ])('that begins with %j names its header and what it may be', (text) => {
    expect(() => parseLexicon('names.tsv', text)).toThrow(PirsyarError);
    expect(() => parseLexicon('names.tsv', text)).toThrow(
      'names.tsv:1 is none of the headers "english<tab>pos<tab>sorani", "word<tab>synonyms<tab>related", "english<tab>sorani<tab>strength".',
    );
  });
});
