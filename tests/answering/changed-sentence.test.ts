import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { createRandom, draw, drawNumber } from '../../scripts/scale/random.ts';
import { createChangeFinder } from '../../src/answering/changed-sentence.ts';
import { splitParagraphs, sentencesOf } from '../../src/corpus/segment.ts';
import { snapshotOfTexts } from '../support/snapshot-of-texts.ts';
import { openStatement } from '../support/statement.ts';

const snapshot = await openStatement();
const finder = createChangeFinder(() => snapshot);
const sentences = snapshot.passages.flatMap((passage) => passage.sentences);
const random = createRandom(7);

function changed(text: string, document = 'statement'): ReturnType<typeof finder.find> {
  return finder.find({ document, text });
}

type Edit = (words: readonly string[], others: readonly string[]) => readonly string[];

function place(words: readonly string[]): number {
  return drawNumber(random, words.length);
}

/** What editors do to a sentence. */
const EDITS: Readonly<Record<string, Edit>> = {
  'a name changed': (words) => words.toSpliced(place(words), 1, 'کۆسرەت'),
  'a number changed': (words) => words.map((word) => word.replaceAll(/[٠-٩]/gu, '٣')),
  'a word added': (words) => words.toSpliced(place(words), 0, 'بەپەلە'),
  'a word removed': (words) => words.toSpliced(place(words), 1),
  'a negation added': (words) => words.toSpliced(-1, 1, `نە${words.at(-1) ?? ''}`),
  'a clause cut off': (words) => words.slice(0, Math.ceil((2 * words.length) / 3)),
  'another spelling': (words) =>
    words.map((word) => word.replaceAll('ێ', 'ی').replaceAll('ە', 'ه')),
  'its second half another': (words, others) => [
    ...words.slice(0, Math.ceil(words.length / 2)),
    ...others.slice(0, Math.floor(words.length / 2)),
  ],
};
const UNRELATED = Array.from(
  'قوتابخانەیەکی نوێ لە گەڕەکێکی هەولێر کرایەوە و سەدان خوێندکار ڕۆژانە بە پێ دەچنە ئەوێ چونکە پاسەکان کەمن'.split(
    ' ',
  ),
);

describe('a sentence that was', () => {
  it.each(Object.entries(EDITS))('today’s with %s is found again', (_, edit) => {
    const former = sentences.map(({ text }) => edit(text.split(' '), UNRELATED).join(' '));
    expect(former.map((text) => changed(text)?.sentence)).toEqual(sentences.map(({ id }) => id));
  });

  it('half of today’s words, the rest drawn from elsewhere, is found again mostly', () => {
    const all = sentences.flatMap(({ text }) => text.split(' '));
    const found = sentences.filter(({ id, text }) => {
      const former = text.split(' ').map((word) => (random() < 0.5 ? word : draw(random, all)));
      return changed(former.join(' '))?.sentence === id;
    });
    expect(found.length).toBeGreaterThanOrEqual(18);
  });

  it('comes with the difference: the former text and today’s, put together of its parts', () => {
    const found = changed('شاندەکەی ئێران نوێنەری حکومەتی هەرێمی کوردستانیشی تێدا نەبوو.');
    expect(found?.text).toBe('شاندەکەی عێراق نوێنەری حکومەتی هەرێمی کوردستانیشی تێدا بوو.');
    expect(found?.parts).toEqual([
      { kind: 'same', text: 'شاندەکەی ' },
      { kind: 'removed', text: 'ئێران' },
      { kind: 'added', text: 'عێراق' },
      { kind: 'same', text: ' نوێنەری حکومەتی هەرێمی کوردستانیشی تێدا ' },
      { kind: 'removed', text: 'نەبوو' },
      { kind: 'added', text: 'بوو' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('has no successor among other sentences of its document, but for near repetitions', async () => {
    const source = readFileSync('data/documents/statement.ckb.txt', 'utf8');
    const spans = splitParagraphs(source).flatMap((paragraph) => sentencesOf(source, paragraph));
    const successors: [string, string][] = [];
    for (const { start, end } of spans) {
      const rest = source.slice(0, start) + source.slice(end);
      const today = await snapshotOfTexts([rest], snapshot.lexicon);
      const former = { document: '0', text: source.slice(start, end) };
      const found = createChangeFinder(() => today).find(former);
      if (found !== null) successors.push([former.text, found.text]);
    }
    // "… reaffirmed that it respects the sovereignty and territorial integrity of Iraq …" stands there twice.
    expect(successors).toHaveLength(2);
    expect(successors.flat().every((text) => text.includes('رێز لە سەروەری و یەکپارچەیی'))).toBe(
      true,
    );
  });

  it.each([
    ['قوتابخانەیەکی نوێ لە گەڕەکی ئازادی کرایەوە.', 'something else'],
    ['هەردوو شاند باسیان لە وەرزش کرد.', 'a turn of phrase that the document likes'],
    ['شاند هات.', 'few words, one of which stands there'],
    ['…', 'no words'],
    ['', 'nothing'],
  ])('%s has no successor: %s', (former) => {
    expect(changed(former)).toBeNull();
  });

  it('of a document that is gone has none', () => {
    expect(changed(sentences[0]?.text ?? '', 'gone')).toBeNull();
  });
});
