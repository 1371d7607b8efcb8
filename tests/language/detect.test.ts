import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { detectLanguage } from '../../src/language/detect.ts';
import { FIXED, anyText } from '../support/any-text.ts';

describe('how a question is written', () => {
  it.each([
    ['سەرۆکی شاندی عێراق کێ بوو؟', 'ckb', 'Sorani'],
    ['رۆژی چوارشەممە چی ڕوویدا؟', 'ckb', 'Sorani with an initial ر'],
    ['سه\u200Cروكى شاندى عيراق كى بوو؟', 'ckb', 'Sorani on an Arabic keyboard'],
    ['ئه\u200Cمريكا بوجى له\u200C عيراقه\u200C', 'ckb', 'and without ێ and ۆ'],
    ['serokî şandî êraq kê bû?', 'ckb-Latn', 'Hawar letters'],
    ['SEROKÎ ŞANDÎ KÊ BÛ?', 'ckb-Latn', 'in capitals'],
    ['seroki shandi iraq ki bu?', 'ckb-Latn', 'chat spelling'],
    [
      'Kî serokê şandeya Iraqê bû?',
      'ckb-Latn',
      'Kurmanji: the same letters, and we answer in Sorani',
    ],
    ['Antony Blinken kê ye?', 'ckb-Latn', 'Sorani about an English name'],
    ['hezekan amrika', 'ckb-Latn', 'the ending -ekan'],
    ['komelgekan chalak', 'ckb-Latn', 'behind any word'],
    ['bernamekey parlamani', 'ckb-Latn', 'the ending -ekey'],
    ['hikumetekey nwe', 'ckb-Latn', 'with a word of no ending'],
    ['peyrewan blladekatewe', 'ckb-Latn', 'the ending -ewe'],
    ['HEZEKAN AMRIKA', 'ckb-Latn', 'an ending in capitals'],
    ['Who led the Iraqi delegation?', 'en', 'English'],
    ['who is mustafa kazimi', 'en', 'English without capitals'],
    ['When did the talks in Kurdistan end?', 'en', 'English with a Kurdish name'],
    ['Who met the American and African delegations?', 'en', '-can is no -kan'],
    ['The Canadian and Iranian prime ministers', 'en', '-ian is no -iyan'],
    ['Was it a mistake to weaken the army?', 'en', '-ake and -aken, outvoted by words of grammar'],
    ['What did Barzani and Talabani say?', 'en', 'Kurdish names in -ani'],
    ['WHY ARE US FORCES IN IRAQ', 'en', 'capitals'],
    ['من ترأس الوفد العراقي؟', 'other', 'Arabic'],
    ['لماذا القوات الأمريكية في العراق؟', 'other', 'Arabic with the article'],
    ['رئيس الوفد', 'other', 'Arabic with an initial ر, which normalising makes ڕ'],
    ['متى عقدت الجولة الثالثة؟', 'other', 'Arabic with ى and ة'],
    ['أين اجتمع الوفدان؟', 'other', 'Arabic with أ'],
    ['هل توجد قوات أمريكية في العراق', 'other', 'Arabic, most of whose words have no mark of it'],
    ['آیا عراق از نفت درآمد دارد؟', 'other', 'Persian with از'],
    ['نمایندگان می\u200Cگویند', 'other', 'Persian with a verb alone'],
    ['رئیس هیئت عراقی چه کسی بود؟', 'other', 'Persian'],
    ['چرا نیروهای آمریکایی در عراق هستند؟', 'other', 'Persian with a plural'],
    ['این بیانیه را چه کسی صادر کرده است؟', 'other', 'Persian with را and کرده as they are typed'],
    ['نیروها کجا می\u200Cروند', 'other', 'Persian with a verb'],
    ['Irak heyetine kim başkanlık etti?', 'other', 'Turkish: ş is Hawar, ı is not'],
    ['Başkanlık görüşmesi şimdi', 'other', 'Turkish with ş beside other letters'],
    ['Toplantı ne zaman yapıldı?', 'other', 'Turkish without ş'],
    ['Görüşme ne zaman oldu?', 'other', 'Turkish with ö and ü'],
    ['Où a eu lieu la réunion ?', 'other', 'French with ù'],
    ['Quién dirigió la delegación iraquí?', 'other', 'Spanish'],
    ['Qui a dirigé la délégation irakienne ?', 'other', 'French'],
    ['Wer führte die Gespräche über Österreich?', 'other', 'German'],
    ['Кто возглавил делегацию?', 'other', 'Russian'],
    ['מי עמד בראש המשלחת?', 'other', 'Hebrew'],
    ['מי Baghdad', 'en', 'a script we do not read is no word to count'],
    ['مستەفا کازمی', 'ckb', 'a name in Sorani letters'],
    ['Antony Blinken', 'en', 'a name in Latin letters'],
    ['ئەنتۆنی Blinken', 'ckb', 'as many words of each: Sorani'],
    ['Blinken گوتی چی؟', 'ckb', 'more Sorani words'],
    ['What did شاند mean?', 'en', 'more English words'],
    ['🙂🙂', 'other', 'emoji'],
    ['؟!…', 'other', 'marks'],
    ['٢٠٢١', 'other', 'a number'],
    ['', 'other', 'nothing'],
  ])('%j is %s: %s', (text, expected) => {
    expect(detectLanguage(text)).toBe(expected);
  });

  it.each([
    ['Hêzên Amerîkayê li Iraqê çi dikin?', 'ckb-Latn', 'Kurmanji'],
    ['Kengê civîn pêk hat?', 'ckb-Latn', 'Kurmanji without a word that Sorani has'],
    ['Kim başkan oldu?', 'ckb-Latn', 'Turkish with no other letters than those of Hawar'],
    ['Wer war der Minister?', 'en', 'German without an umlaut'],
    ['Pourquoi les forces sont en Irak ?', 'en', 'French without an accent'],
    ['وزیر خارجه آمریکا کیست؟', 'ckb', 'Persian of names alone'],
  ])('%j passes for its nearest script, %s: %s', (text, expected) => {
    expect(detectLanguage(text)).toBe(expected);
  });

  it('is judged by words, so that a long quote in another writing may stand in a question', () => {
    expect(detectLanguage('ئەم ڕستەیە چی دەڵێت: "security"')).toBe('ckb');
  });

  it('has an answer for anything', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(['ckb', 'ckb-Latn', 'en', 'other']).toContain(detectLanguage(text));
      }),
      FIXED,
    );
  });
});
