import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createDocumentReader } from '../../src/answering/document-reader.ts';
import { parseCorpus } from '../../src/corpus/corpus.ts';
import type { CorpusDocument } from '../../src/corpus/document.ts';
import { readCorpusFiles } from '../../src/corpus/read-files.ts';
import { FIXED, writtenText } from '../support/any-text.ts';
import { writeSmallCorpus } from '../support/small-corpus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();

function served(documents: readonly CorpusDocument[]): {
  documents: ReadonlyMap<string, CorpusDocument>;
} {
  return { documents: new Map(documents.map((document) => [document.id, document])) };
}

const statement = served(parseCorpus(await readCorpusFiles('data/documents')).documents);
const reader = createDocumentReader(() => statement);

/** A snapshot of one document of this text. */
function ofText(id: string, text: string): ReturnType<typeof served> {
  const file = { id, english: null, description: null, unreadable: [], hash: id };
  const files = { failed: [], documents: [{ ...file, sorani: Buffer.from(text) }] };
  return served(parseCorpus(files).documents);
}

describe('the pages of the statement', () => {
  it('are its 13 paragraphs, in order, and no more', () => {
    const source = statement.documents.get('statement')?.source ?? '';
    const pages = Array.from({ length: 13 }, (_, number) => reader.page('statement', number));
    expect(pages.map((page) => page?.text).join('\n\n')).toBe(source.trim());
    for (const [number, page] of pages.entries()) {
      expect(page).toMatchObject({ document: 'statement', number, count: 13 });
    }
  });

  it.each([-1, 13, 0.5, Number.NaN, 1e9])('are none with the number %d', (number) => {
    expect(reader.page('statement', number)).toBeNull();
  });

  it('are none of a document that is not there, whatever its name', () => {
    expect(reader.page('other', 0)).toBeNull();
    expect(reader.page('__proto__', 0)).toBeNull();
  });

  it('have each sentence at its place, with its rendition', () => {
    const page = reader.page('statement', 3);
    const texts = page?.sentences.map(({ start, end }) => page.text.slice(start, end));
    expect(texts).toHaveLength(3);
    expect(texts?.[2]).toBe('شاندەکەی عێراق نوێنەری حکومەتی هەرێمی کوردستانیشی تێدا بوو.');
    expect(page?.sentences[2]?.rendition).toBe(
      'The Iraqi delegation also included a representative of the Kurdistan Regional Government.',
    );
  });
});

describe('the sentences', () => {
  it('of the statement are 28, each once, and each leads to its page', () => {
    const sentences = [...reader.sentences()];
    expect(sentences).toHaveLength(28);
    expect(new Set(sentences.map(({ id }) => id)).size).toBe(28);
    for (const { id, document, text, rendition } of sentences) {
      expect(reader.has(id)).toBe(true);
      const page = reader.pageOf(id);
      const own = page?.sentences.find((one) => one.id === id);
      expect(page).toEqual(reader.page(document, page?.number ?? -1));
      expect(page?.text.slice(own?.start, own?.end)).toBe(text);
      expect(own?.rendition).toBe(rendition);
    }
  });

  it('of several documents stay apart; without a rendition it is null', async () => {
    const { documents } = parseCorpus(await readCorpusFiles(writeSmallCorpus(folder)));
    const small = createDocumentReader(() => served(documents));
    const sentences = [...small.sentences()];
    expect(new Set(sentences.map(({ document }) => document))).toEqual(
      new Set(['roads', 'school', 'water']),
    );
    for (const { id, document, rendition } of sentences) {
      expect(small.pageOf(id)?.document).toBe(document);
      expect(rendition === null).toBe(document !== 'water');
    }
  });

  it('that no document has lead nowhere', () => {
    expect(reader.pageOf('aaaaaaaaaaaaaaaa')).toBeNull();
    expect(reader.pageOf('')).toBeNull();
    expect(reader.has('aaaaaaaaaaaaaaaa')).toBe(false);
  });

  it('stand, in any text, at their offsets, in order, with white space between', () => {
    fc.assert(
      fc.property(writtenText, (text) => {
        const any = createDocumentReader(() => ofText('any', text));
        for (const { id, text: sentence } of any.sentences()) {
          const page = any.pageOf(id);
          const own = page?.sentences.find((one) => one.id === id);
          expect(page?.text.slice(own?.start, own?.end)).toBe(sentence);
        }
        for (let number = 0; ; number += 1) {
          const page = any.page('any', number);
          if (page === null) break;
          const between = page.sentences.map(({ start }, place) =>
            page.text.slice(page.sentences[place - 1]?.end ?? 0, start),
          );
          expect(between.join('').trim()).toBe('');
          expect(page.text.slice(page.sentences.at(-1)?.end).trim()).toBe('');
        }
      }),
      { ...FIXED, numRuns: 100 },
    );
  });
});

describe('after a re-index', () => {
  it('what is there now is read: what went leads nowhere, what stayed keeps its address', () => {
    const stays = 'شاندی عێراق هات.';
    let now = ofText('news', `${stays} ئەمریکا نەهات.`);
    const live = createDocumentReader(() => now);
    const [kept, gone] = [...live.sentences()].map(({ id }) => id);
    expect(live.pageOf(gone ?? '')?.number).toBe(0);
    now = ofText('news', `سەرەتا.\n\n${stays}`);
    expect(live.pageOf(kept ?? '')).toMatchObject({ number: 1, count: 2, text: stays });
    expect(live.pageOf(gone ?? '')).toBeNull();
  });
});

describe('with 100,000 passages', () => {
  const passages = Array.from({ length: 100_000 }, (_, number) => {
    const text = `ڕستەی ${number}.`;
    const span = { start: number * 20, end: number * 20 + text.length, text };
    const sentences = [{ ...span, id: `sentence-${number}`, rendition: null }];
    return { ...span, id: `passage-${number}`, document: 'long', sentences };
  });
  const description = statement.documents.get('statement')?.description;
  if (description === undefined) throw new Error('The statement is missing.');
  const long = served([{ id: 'long', description, source: '', hash: '', passages }]);

  it('a sentence is found as fast as in one passage, and a page too', () => {
    const many = createDocumentReader(() => long);
    expect(many.pageOf('sentence-99999')?.number).toBe(99_999);
    const startedAt = performance.now();
    let wrong = 0;
    for (let number = 0; number < 20_000; number += 1) {
      const page = many.pageOf(`sentence-${number * 5}`);
      if (page?.text !== many.page('long', number * 5)?.text) wrong += 1;
    }
    expect(wrong).toBe(0);
    // Looking through the passages each time takes minutes.
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});
