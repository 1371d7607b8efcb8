import { describe, expect, it } from 'vitest';

import { parseDescription } from '../../src/corpus/description.ts';

const DEFAULTS = {
  title: { ckb: 'one', en: 'one' },
  date: null,
  source: null,
  licence: null,
  rendition: null,
  examples: { ckb: [], en: [] },
};

describe('what a document says of itself', () => {
  it('is read field by field', () => {
    const fields = {
      title: { ckb: 'ڕاگەیێندراو', en: 'Statement' },
      date: '2021-04-07',
      source: 'a news report',
      licence: "its publisher's",
      rendition: 'unofficial',
      examples: { ckb: ['کێ هات؟'], en: ['Who came?'] },
    };
    expect(parseDescription('one', JSON.stringify(fields))).toEqual({
      description: fields,
      problem: null,
    });
  });

  it.each([
    ['{}', 'no field'],
    ['{"title":null,"date":7,"source":["x"],"licence":{},"examples":[]}', 'fields of other kinds'],
    ['{"title":{"ckb":" ","en":""},"date":"  "}', 'blank fields'],
    ['{"examples":{"ckb":"کێ؟","en":[1,null," "]}}', 'examples that are no questions'],
  ])('has its defaults where %s holds %s', (text) => {
    expect(parseDescription('one', text)).toEqual({ description: DEFAULTS, problem: null });
  });

  it('has its defaults where there is no file', () => {
    expect(parseDescription('one', null)).toEqual({ description: DEFAULTS, problem: null });
  });

  it.each([
    [
      '{"title":{"ckb":"سەردێڕ"}}',
      'سەردێڕ',
      'سەردێڕ',
      'the Sorani title stands in for the English',
    ],
    ['{"title":{"en":"Title"}}', 'Title', 'Title', 'and the English one for the Sorani'],
    ['{"title":"  سەردێڕ "}', 'سەردێڕ', 'سەردێڕ', 'a title alone is the title of both'],
  ])('%s: %s and %s, %s', (text, ckb, en) => {
    expect(parseDescription('one', text).description.title).toEqual({ ckb, en });
  });

  it.each([['no JSON'], ['[]'], ['null'], ['"text"'], [''], ['{"title":']])(
    'is left out, and said to be, where the file holds %j',
    (text) => {
      const { description, problem } = parseDescription('one', text);
      expect(description).toEqual(DEFAULTS);
      expect(problem).toMatch(/not a JSON object/u);
    },
  );
});
