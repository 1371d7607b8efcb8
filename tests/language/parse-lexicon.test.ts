import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../../src/errors.ts';
import { parseLexicon } from '../../src/language/parse-lexicon.ts';

const HEADER = 'english\tpos\tsorani';

describe('a lexicon file', () => {
  it('gives an entry a line, its words as stems, the Sorani ones folded', () => {
    const text = `${HEADER}\ndelegations\tn\tشاندەکان; وەفد\nforeign minister\tn\tوەزیری دەرەوە\nIraq\tname\tعێراق\n`;
    expect(parseLexicon('politics.tsv', text)).toEqual([
      { english: ['deleg'], name: false, sorani: [['شاند'], ['وهفد']] },
      { english: ['foreign', 'minist'], name: false, sorani: [['وهزیر', 'دهر']] },
      { english: ['iraq'], name: true, sorani: [['عیراق']] },
    ]);
  });

  it('may have line ends of another system, and none at its end', () => {
    expect(parseLexicon('one.tsv', `${HEADER}\r\nIraq\tname\tعێراق\r\n`)).toEqual(
      parseLexicon('one.tsv', `${HEADER}\nIraq\tname\tعێراق`),
    );
  });

  it('may be empty but for its header', () => {
    expect(parseLexicon('none.tsv', `${HEADER}\n`)).toEqual([]);
  });

  it.each([
    ['Iraq\tname', 'no Sorani'],
    ['Iraq\tname\t', 'nothing in its Sorani'],
    ['Iraq\tname\tعێراق;', 'nothing behind a semicolon'],
    ['Iraq\tname\tعێراق;…', 'a mark for an equivalent'],
    ['Iraq\t\tعێراق', 'no part of speech'],
    ['\tname\tعێراق', 'no English'],
    ['…\tname\tعێراق', 'a mark for an English word'],
    ['Iraq\tname\tعێراق\tmore', 'a column too many'],
    ['', 'nothing at all'],
  ])('with the line %j (%s) names the file and the line', (line) => {
    const text = `${HEADER}\nIran\tname\tئێران\n${line}\nIraq\tname\tعێراق\n`;
    expect(() => parseLexicon('names.tsv', text)).toThrow(PirsyarError);
    expect(() => parseLexicon('names.tsv', text)).toThrow(/names\.tsv:3 /u);
  });

  it.each([[''], ['english,pos,sorani\n'], ['Iraq\tname\tعێراق\n'], [`\n${HEADER}\n`]])(
    'that begins with %j names its header',
    (text) => {
      expect(() => parseLexicon('names.tsv', text)).toThrow(/names\.tsv:1 /u);
    },
  );
});
