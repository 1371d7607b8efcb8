import { readFileSync, readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { PirsyarError } from '../src/errors.ts';
import { createMessages } from '../src/messages.ts';

describe('a message', () => {
  const messages = createMessages('ckb', [
    'hello = سڵاو\ncalled = ناوم «{ $name }»ە',
    'bye = خوات لەگەڵ',
  ]);

  it('is found in any of the resources', () => {
    expect([messages.text('hello'), messages.text('bye')]).toEqual(['سڵاو', 'خوات لەگەڵ']);
  });

  it('holds its values as they are, so that a quote stays verbatim', () => {
    expect(messages.text('called', { name: 'Pirsyar { $x } "د."' })).toBe(
      'ناوم «Pirsyar { $x } "د."»ە',
    );
  });

  it('wraps its values in direction isolates where that is wished', () => {
    const isolated = createMessages('ckb', ['called = ناوم { $name }'], { isolate: true });
    expect(isolated.text('called', { name: 'Pirsyar' })).toBe('ناوم \u2068Pirsyar\u2069');
  });

  it('that is not known is an error that names it', () => {
    expect(() => messages.text('missing')).toThrow(PirsyarError);
    expect(() => messages.text('missing')).toThrow(/"missing" in ckb/u);
  });

  it('without a text of its own is not known', () => {
    const attributes = createMessages('en', ['button =\n    .label = Send']);
    expect(() => attributes.text('button')).toThrow(/"button" in en/u);
  });

  it('whose value is missing is an error that names both', () => {
    expect(() => messages.text('called')).toThrow(PirsyarError);
    expect(() => messages.text('called')).toThrow(/"called" in ckb: .*name/u);
  });
});

describe('resources', () => {
  it.each([
    [['one = یەک\none = دوو'], /one/u, 'a key that stands twice'],
    [['one = یەک', 'one = دوو'], /one/u, 'a key that stands in two of them'],
    [['one = یەک\nbroken = { $name\nthree = سێ'], /"broken"/u, 'a value that is not closed'],
    [['empty =\nthree = سێ'], /"empty"/u, 'a key without a text'],
    [['-term = { '], /"-term"/u, 'a term that is not closed'],
  ])('%j are refused: %s', (resources, reason) => {
    expect(() => createMessages('ckb', resources)).toThrow(PirsyarError);
    expect(() => createMessages('ckb', resources)).toThrow(reason);
  });

  it('may hold comments, blank lines, several lines, terms and choices', () => {
    const resource = `# a comment = of a kind

-brand = Pirsyar
long =
    first
    second = third
many =
    { $count ->
        [one] one
       *[other] { $count } of { -brand }
    }
`;
    const messages = createMessages('en', [resource]);
    expect(messages.text('long')).toBe('first\nsecond = third');
    expect(messages.text('many', { count: 1 })).toBe('one');
    expect(messages.text('many', { count: 3 })).toBe('3 of Pirsyar');
  });
});

describe('the words of the program', () => {
  const folder = new URL('../data/messages/', import.meta.url);
  const files = (language: string): string[] =>
    readdirSync(new URL(`${language}/`, folder)).toSorted();
  const resource = (language: string, file: string): string =>
    readFileSync(new URL(`${language}/${file}`, folder), 'utf8');

  it('stand in the same files in both languages', () => {
    expect(files('ckb')).toEqual(files('en'));
    expect(files('en')).not.toEqual([]);
  });

  describe.each(files('en'))('in %s', (file) => {
    it.each(['ckb', 'en'])('parse in %s', (language) => {
      expect(() => createMessages(language, [resource(language, file)])).not.toThrow();
    });

    it('have the same keys, and each the same variables, in both languages', () => {
      expect(variables(resource('ckb', file))).toEqual(variables(resource('en', file)));
      expect(variables(resource('en', file))).not.toEqual({});
    });

    it('are written with standard Sorani letters', () => {
      // Arabic kaf, yeh, teh marbuta, alef maksura, and heh doachashmee for heh.
      expect(resource('ckb', file)).not.toMatch(/[\u0643\u064A\u0629\u0649\u06BE]/u);
    });
  });
});

/** The keys of a resource, each with the names of the values it needs. */
function variables(resource: string): Record<string, string[]> {
  const entries = resource.split(/^(?=[a-z][\w-]* *=)/mu).slice(1);
  return Object.fromEntries(
    entries.map((entry) => {
      const text = entry.replaceAll(/^#.*$/gmu, '');
      const names = Array.from(text.matchAll(/\$([\w-]+)/gu), ([, name = '']) => name);
      return [entry.slice(0, entry.search(/[ =]/u)), [...new Set(names)].toSorted()];
    }),
  );
}
