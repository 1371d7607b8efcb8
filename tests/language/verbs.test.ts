import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { normalise } from '../../src/language/normalise.ts';
import { tokenise } from '../../src/language/tokens.ts';
import { VERB_STEMS } from '../../src/language/verb-stems.ts';
import { verbOf } from '../../src/language/verbs.ts';
import { FIXED, anyText, writtenText } from '../support/any-text.ts';

describe('the verb of a form', () => {
  it.each([
    ['کوشتن', 'کوشت', 'the infinitive'],
    ['کوشتنی', 'کوشت', 'with izafe'],
    ['کوشتیان', 'کوشت', 'past with a clitic'],
    ['دەیانبرد', 'برد', 'a past whose stem begins like a prefix'],
    ['دەکوژێت', 'کوشت', 'present'],
    ['ئەکوژێت', 'کوشت', 'present, as in Sulaymaniyah'],
    ['دەیانکوژێت', 'کوشت', 'with a clitic inside'],
    ['ناکوژێت', 'کوشت', 'negated'],
    ['بکوژێت', 'کوشت', 'subjunctive'],
    ['بکوژە', 'کوشت', 'imperative'],
    ['دەیکوشت', 'کوشت', 'past that went on'],
    ['نەیانکوشت', 'کوشت', 'negated past with a clitic'],
    ['نەیاندەکوشت', 'کوشت', 'negation, clitic and aspect'],
    ['کوشتوویەتی', 'کوشت', 'perfect'],
    ['کوژرا', 'کوشت', 'passive'],
    ['دەکوژرێت', 'کوشت', 'passive present'],
    ['کوژراون', 'کوشت', 'passive perfect'],
    ['کوژراوەکان', 'کوشت', 'passive participle, definite plural'],
    ['کوژرابوو', 'کوشت', 'passive pluperfect'],
    ['مردوو', 'مرد', 'participle'],
    ['گەڕاندنەوە', 'گەڕاند', 'with ـەوە'],
    ['دەبینم', 'بینی', 'the present stem differs'],
    ['بنووسە', 'نووسی', 'so does this'],
    ['دەپارێزێت', 'پاراست', 'and more than a letter of it'],
  ])('%s is %s: %s', (form, expected) => {
    expect(verbOf(form)).toBe(expected);
  });

  it.each([
    ['هەڵبژارد', 'هەڵبژارد', 'a preverb is mark enough'],
    ['هەڵبژاردنەکان', 'هەڵبژارد', 'the infinitive, definite plural'],
    ['هەڵیبژارد', 'هەڵبژارد', 'with a clitic inside'],
    ['هەڵدەبژێرێت', 'هەڵبژارد', 'present'],
    ['هەڵبژێردراو', 'هەڵبژارد', 'passive participle'],
    ['وەردەگرێت', 'وەرگرت', 'the verb is named with its preverb'],
    ['دەگرێت', 'گرت', 'and without one where it has none'],
    ['ڕایگەیاند', 'ڕاگەیاند', 'a clitic behind the preverb'],
    ['ڕادەگەیەنێت', 'ڕاگەیاند', 'present'],
    ['سەردەکەون', 'سەرکەوت', 'a preverb that is a noun, too'],
    ['تێهەڵکێشا', 'تێهەڵکێشا', 'the longest preverb: تێهەڵ, not تێ'],
    ['پێکهێنانی', 'پێکهێنا', 'پێک, not پێ'],
    ['دەردەکەوێت', 'دەرکەوت', 'دەر looks like دە and a stem in ر'],
    ['دەستپێدەکات', 'دەستپێکرد', 'a noun grown together with its verb'],
  ])('%s is %s: %s', (form, expected) => {
    expect(verbOf(form)).toBe(expected);
  });

  it.each([
    ['گرت', 'a short past alone, which a noun might be'],
    ['پرسی', 'a past in ی, which may be a noun with its izafe'],
    ['کوردستان', 'a name'],
    ['شاند', 'a noun'],
    ['دەریا', 'a noun that begins like a present'],
    ['بەرلین', 'a name that begins with a preverb'],
    ['بازرگان', 'a noun that begins like a subjunctive'],
    ['نەخۆش', 'an adjective that begins like a negation'],
    ['نووسەر', 'a noun made of a verb'],
    ['هەڵە', 'a noun that begins with a preverb'],
    ['هەڵ', 'a preverb alone'],
    ['دە', 'a prefix alone'],
    ['بلینکن', 'a foreign name'],
    ['killed', 'no Sorani'],
    ['2021', 'a number'],
    ['', 'nothing'],
  ])('%j is none: %s', (word) => {
    expect(verbOf(word)).toBeNull();
  });
});

/** Every verb of the table, its preverb and its past stem. */
const VERBS = readVerbs();

function readVerbs(): { preverb: string; lemma: string; stems: string[] }[] {
  let preverb = '';
  return VERB_STEMS.trim()
    .split(/\s+/u)
    .flatMap((word) => {
      if (!word.endsWith(':')) {
        const stems = word.split('/');
        return [{ preverb, lemma: stems[0] ?? '', stems }];
      }
      preverb = word.replace(/^-?:|:$/gu, '').replace('-', '');
      return [];
    });
}

describe('the table of verbs', () => {
  it('has each verb once, in standard letters', () => {
    const names = VERBS.map(({ preverb, lemma }) => `${preverb}+${lemma}`);
    expect(names.length).toBeGreaterThan(700);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    const odd = VERBS.flatMap(({ stems }) => stems).filter(
      (stem) => normalise(`ب${stem}`).text !== `ب${stem}` || !/^[\u0620-\u06D5]+$/u.test(stem),
    );
    expect(odd).toEqual([]);
  });

  it('tells every verb by its infinitive', () => {
    const missed = VERBS.map(({ preverb, lemma }) => preverb + lemma).filter(
      (verb) => verbOf(`${verb}ن`) !== verb,
    );
    // Two letters without a preverb are too few to be sure of, and شۆردن is another form of شوشتن.
    expect(missed).toEqual(['دا', 'وت', 'ما', 'نا', 'شۆرد']);
  });

  it('tells every verb of three letters or with a preverb by its present', () => {
    const missed = VERBS.filter(({ stems: [lemma = '', present = lemma], preverb }) => {
      const name = verbOf(`${preverb}دە${present}ێت`);
      return name === null || !name.startsWith(preverb);
    });
    expect(missed).toEqual([]);
  });
});

describe('the verb of any word', () => {
  const known = new Set(VERBS.map(({ preverb, lemma }) => preverb + lemma));
  const stem = fc.constantFrom(...VERBS.flatMap(({ stems }) => stems));
  const preverb = fc.constantFrom(...VERBS.map((verb) => verb.preverb));
  const form = fc
    .tuple(
      preverb,
      fc.constantFrom('', 'دە', 'نە', 'نا', 'ب', 'ی', 'یان', 'دەیان'),
      stem,
      fc.constantFrom('', 'ێت', 'را', 'راوەکان', 'ووە', 'ن', 'نی', 'ەوە', 'گا'),
    )
    .map((parts) => parts.join(''));

  it.each([
    ['what may be a verb', form],
    ['Sorani', writtenText],
    ['anything', anyText],
  ])('is one of the table or none: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (source) => {
        const verbs = tokenise(source).map(({ text }) => verbOf(text));
        expect(verbs.filter((verb) => verb !== null && !known.has(verb))).toEqual([]);
      }),
      FIXED,
    );
  });

  it('is looked for in a long word without delay', () => {
    expect(verbOf(`ب${'ا'.repeat(5000)}`)).toBeNull();
  });
});
