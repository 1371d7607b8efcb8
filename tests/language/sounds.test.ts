import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { normalise } from '../../src/language/normalise.ts';
import {
  VOWELS,
  soundsOfEnglish,
  soundsOfLatinSorani,
  soundsOfSorani,
} from '../../src/language/sounds.ts';
import { FIXED, anyText } from '../support/any-text.ts';

/** Every sound that has a name. */
const SOUNDS = /^[bptdkgfvszlrmnhxGSCZJTwyaeEiou]*$/u;

describe('the sounds of a Sorani word', () => {
  it.each([
    ['بلینکن', 'blinkn', 'a short i is not written'],
    ['نوور', 'nur', 'وو is a vowel'],
    ['دوو', 'du', 'at the end, too'],
    ['پوتین', 'putin', 'و and ی between consonants are vowels'],
    ['کوردی', 'kurdi', 'ی at the end of a word'],
    ['وەزیر', 'wezir', 'و at the beginning is a consonant'],
    ['یاسین', 'yasin', 'so is ی'],
    ['ئاو', 'aw', 'behind a vowel و is a consonant'],
    ['بایدن', 'baydn', 'so is ی'],
    ['گیان', 'gyan', 'and before one'],
    ['شوێن', 'SwEn', 'و before a vowel'],
    ['شێخ', 'SEx', 'ێ is one sound'],
    ['ئۆباما', 'obama', 'ئ carries a vowel and is silent'],
    ['عێراق', 'Erak', 'ع is silent'],
    ['ژاڵە', 'Zale', 'a dark ڵ is an l'],
    ['ڕۆژ', 'roZ', 'a rolled ڕ an r'],
    ['چرچڵ', 'CrCl', 'چ is one sound'],
    ['جۆرج', 'JorJ', 'so is ج'],
    ['پاغ', 'paG', 'غ'],
    ['ڤان', 'van', 'ڤ'],
    ['ظضذصثطحق', 'zzsthk', 'letters of Arabic words sound like ز س ت ه ک'],
    ['٢٠٢١', '', 'digits are silent'],
    ['Biden', '', 'and Latin letters'],
    ['', '', 'nothing'],
  ])('%j: %j, %s', (word, expected) => {
    expect(soundsOfSorani(word)).toBe(expected);
  });
});

describe('the sounds of an English name', () => {
  it.each([
    ['blinken', 'blinken', 'as it is spelt'],
    ['knesset', 'neset', 'kn at the beginning, a doubled s'],
    ['banknote', 'banknot', 'kn further in'],
    ['wright', 'riGt', 'wr and gh'],
    ['psychology', 'syColoJy', 'ps; a g before y'],
    ['xavier', 'zavir', 'x at the beginning'],
    ['texas', 'teksas', 'x further in'],
    ['nation', 'naSn', 'tion'],
    ['schmidt', 'Smidt', 'sch'],
    ['thatcher', 'TaCer', 'th and tch'],
    ['sharon', 'Saron', 'sh'],
    ['murphy', 'murfy', 'ph'],
    ['khan', 'xan', 'kh'],
    ['zhukov', 'Zukov', 'zh'],
    ['ghana', 'Gana', 'gh'],
    ['jack', 'Jak', 'j and ck'],
    ['bridge', 'briJ', 'dge; a final e is silent'],
    ['queen', 'kwin', 'qu and ee'],
    ['qatar', 'katar', 'q without u'],
    ['cyprus', 'syprus', 'c before y'],
    ['mexico', 'meksiko', 'c before o'],
    ['giorgia', 'JiorJia', 'g before i'],
    ['gaza', 'gaza', 'g before a'],
    ['sean', 'sin', 'ea'],
    ['marie', 'mari', 'ie'],
    ['louis', 'luis', 'ou'],
    ['boone', 'bun', 'oo'],
    ['kuwait', 'kuwEt', 'ai'],
    ['reyes', 'rEes', 'ey'],
    ['paul', 'pol', 'au'],
    ['shaw', 'So', 'aw'],
    ['brown', 'bron', 'ow'],
    ['hajj', 'haJ', 'a doubled j'],
    ['accra', 'akra', 'a doubled c'],
    ['assad', 'asad', 'a doubled s'],
    ['aaron', 'aaron', 'vowels stay two'],
    ['erdoğan', 'erdogan', 'a mark is no sound'],
    ['al-assad', 'alasad', 'nor is a hyphen'],
    ['2021', '', 'nor a digit'],
    ['', '', 'nothing'],
  ])('%j: %j, %s', (name, expected) => {
    expect(soundsOfEnglish(name)).toBe(expected);
  });
});

describe('the sounds of Sorani in Latin letters', () => {
  it.each([
    ['serok', 'serok', 'as it is written'],
    ['şand', 'Sand', 'Hawar ş'],
    ['shand', 'Sand', 'chat sh'],
    ['çon', 'Con', 'Hawar ç'],
    ['chon', 'Con', 'chat ch'],
    ['jin', 'Zin', 'Hawar j'],
    ['zhin', 'Zin', 'chat zh'],
    ['cem', 'Jem', 'Hawar c'],
    ['khak', 'xak', 'chat kh'],
    ['ẍar', 'Gar', 'Hawar ẍ'],
    ['ghar', 'Gar', 'chat gh'],
    ['ḧesen', 'hesen', 'ḧ'],
    ['kurdî', 'kurdi', 'Hawar î'],
    ['kurdee', 'kurdi', 'chat ee'],
    ['nûr', 'nur', 'Hawar û'],
    ['noor', 'nur', 'chat oo'],
    ['nour', 'nur', 'chat ou'],
    ['nuur', 'nur', 'chat uu'],
    ['êraq', 'Erak', 'ê and q'],
    ['aazad', 'azad', 'aa'],
    ['hawlaer', 'hawler', 'ae'],
    ['sall', 'sal', 'a doubled l'],
    ['sał', 'sal', 'or one with a stroke'],
    ['birra', 'bira', 'a doubled r'],
    ['biřa', 'bira', 'or one with a mark'],
    ["café 21's 🙂", 'Jafs', 'what is no letter of either spelling is silent'],
    ['', '', 'nothing'],
  ])('%j: %j, %s', (word, expected) => {
    expect(soundsOfLatinSorani(word)).toBe(expected);
  });

  it.each([
    ['şand', 'شاند'],
    ['serok', 'سەرۆک'],
    ['kurdî', 'کوردی'],
    ['êraq', 'عێراق'],
    ['pirsyar', 'پرسیار'],
  ])('of %s are those of %s, but for an i that Sorani letters leave out', (latin, sorani) => {
    const bare = soundsOfLatinSorani(latin).replace(/i(?=rs)/u, '');
    expect(bare).toBe(soundsOfSorani(sorani));
  });
});

describe('a name in both alphabets', () => {
  it.each([
    ['paris', 'پاریس'],
    ['putin', 'پوتین'],
    ['obama', 'ئۆباما'],
    ['boris', 'بۆریس'],
    ['shaw', 'شۆ'],
  ])('%s and %s have the same sounds', (english, sorani) => {
    expect(soundsOfEnglish(english)).toBe(soundsOfSorani(sorani));
  });

  it('gives nothing but sounds that have a name, whatever it is', () => {
    const latin = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(anyText, latin), (source) => {
        const { text } = normalise(source);
        expect(soundsOfSorani(text)).toMatch(SOUNDS);
        expect(soundsOfEnglish(text)).toMatch(SOUNDS);
        expect(soundsOfLatinSorani(text)).toMatch(SOUNDS);
      }),
      FIXED,
    );
  });

  it('keeps apart what is a vowel and what is not', () => {
    expect([...VOWELS].join('')).toBe('aeEiou');
  });
});
