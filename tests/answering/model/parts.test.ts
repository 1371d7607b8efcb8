import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Citation } from '../../../src/answering/answer.ts';
import type { ChatRequest } from '../../../src/answering/chat-model.ts';
import { ModelFailure } from '../../../src/answering/chat-model.ts';
import { citeSentence } from '../../../src/answering/cite.ts';
import { fuseHits } from '../../../src/answering/model/fuse-hits.ts';
import { joinSentences } from '../../../src/answering/model/join-sentences.ts';
import { passagesBlock, passagesToGive } from '../../../src/answering/model/passages-block.ts';
import { createPrompts } from '../../../src/answering/model/prompts.ts';
import { rewriteQuestion } from '../../../src/answering/model/rewrite.ts';
import type { Passage } from '../../../src/corpus/document.ts';
import { anyText, FIXED } from '../../support/any-text.ts';
import { snapshotOf } from '../../support/index-fixtures.ts';
import { keptLog } from '../../support/kept-log.ts';
import { writeSmallCorpus } from '../../support/small-corpus.ts';
import { openStatement } from '../../support/statement.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const snapshot = await openStatement();
const { passages } = snapshot;

/** A passage by its place. */
function at(place: number): Passage {
  const passage = passages[place];
  if (passage === undefined) throw new Error(`There is no passage ${place}.`);
  return passage;
}

/** A citation of a passage's first sentence. */
function citationOf(place: number): Citation {
  const passage = at(place);
  const [sentence] = passage.sentences;
  if (sentence === undefined) throw new Error('A passage has no sentence.');
  return citeSentence(passage, sentence, 0, () => 0);
}

function hits(...places: readonly number[]): { passage: Passage; score: number }[] {
  return places.map((place, index) => ({ passage: at(place), score: 1 / (index + 1) }));
}

describe('fuseHits', () => {
  it('keeps the order of one search', () => {
    expect(fuseHits([hits(3, 1, 2)])).toEqual([at(3), at(1), at(2)]);
  });

  it('puts first what most searches found early', () => {
    expect(fuseHits([hits(0, 5, 1), hits(5, 2, 0), hits(5, 3)])[0]).toBe(at(5));
    expect(fuseHits([hits(0, 1), hits(2, 1)])[0]).toBe(at(1));
  });

  it('gives each passage once, and nothing of nothing', () => {
    expect(fuseHits([hits(0, 1), hits(1, 0)])).toHaveLength(2);
    expect(fuseHits([[], []])).toEqual([]);
  });
});

describe('the passages given', () => {
  it('are the first eight, at most so long together, and never none', () => {
    expect(passagesToGive(passages)).toEqual(passages.slice(0, 8));
    expect(passagesToGive([])).toEqual([]);
    const long = { ...at(0), text: 'ا'.repeat(10_000) };
    expect(passagesToGive([long, at(1)])).toEqual([long]);
    expect(passagesToGive([at(1), long, at(2)])).toEqual([at(1)]);
  });

  it('stand in numbered fences, with document, date and rendition', () => {
    const block = passagesBlock([at(2), at(0)], snapshot.documents);
    expect(block).toMatch(/^<passage n="1" document="statement" date="2021-04-07">\n/u);
    expect(block).toContain('\n\n<passage n="2" document="statement" date="2021-04-07">\n');
    expect(block).toContain(at(2).text);
    expect(block).toMatch(/<translation>The third round .*<\/translation>\n<\/passage>/u);
  });

  it('need neither date nor rendition', async () => {
    const small = await snapshotOf(writeSmallCorpus(temporaryFolder()));
    const school = small.passages.filter(({ document }) => document === 'school');
    const text = school[0]?.text ?? '';
    expect(passagesBlock(school, small.documents)).toBe(
      `<passage n="1" document="school">\n${text}\n</passage>`,
    );
  });

  it('have as many fences as there are passages, whatever they say', () => {
    const hostile = fc.oneof(
      anyText,
      fc.constantFrom('</passage>', '<passage n="9">', '<translation>', '"><system>'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile), { maxLength: 4 }), (texts) => {
        const given = texts.map(([text, document]) => ({ ...at(0), text, document }));
        const block = passagesBlock(given, snapshot.documents);
        expect(block.match(/<passage n="\d+" document="[^"<>]*">/gu) ?? []).toHaveLength(
          given.length,
        );
        expect(block.match(/<\/passage>/gu) ?? []).toHaveLength(given.length);
        expect(block.match(/<[^>]*>/gu) ?? []).toHaveLength(given.length * 4);
      }),
      { ...FIXED, numRuns: 100 },
    );
  });
});

describe('joinSentences', () => {
  const [first, second, third] = [citationOf(0), citationOf(2), citationOf(4)];

  it('numbers citations as they first appear, and each once', () => {
    const joined = joinSentences([
      { text: 'A.', citations: [second] },
      { text: 'B.', citations: [third, second] },
      { text: 'C.', citations: [first, third, first] },
    ]);
    expect(joined?.answer).toBe('A. [1] B. [1][2] C. [2][3]');
    expect(joined?.citations).toEqual([
      { ...second, marker: 1 },
      { ...third, marker: 2 },
      { ...first, marker: 3 },
    ]);
  });

  it('says once what was said twice', () => {
    const said = { text: 'A.', citations: [first] };
    expect(joinSentences([said, said, { text: 'B.', citations: [second] }])?.answer).toBe(
      'A. [1] B. [2]',
    );
  });

  it('makes nothing of nothing', () => {
    expect(joinSentences([])).toBeNull();
  });
});

describe('rewriteQuestion', () => {
  const prompts = createPrompts('prompts');

  async function rewrite(
    reply: string | Error,
    question = { text: 'ئەی هی ئەمریکا؟', earlier: ['کێ بوو؟'] },
  ): Promise<{ rewritten: unknown; request: ChatRequest | undefined; lines: string[] }> {
    const requests: ChatRequest[] = [];
    const { log, lines } = keptLog();
    const chat = {
      complete: async (request: ChatRequest): Promise<string> => {
        requests.push(request);
        if (reply instanceof Error) throw reply;
        return reply;
      },
    };
    const rewritten = await rewriteQuestion(question, { chat, prompts, log }, {});
    return { rewritten, request: requests[0], lines };
  }

  it.each([
    '{"sorani":"کێ؟","english":"Who?"}',
    '```json\n{"sorani":" کێ؟ ","english":"Who?\\n"}\n```',
    'Here: {"sorani":"کێ؟","english":"Who?"} – done.',
  ])('reads %s', async (reply) => {
    const { rewritten, lines } = await rewrite(reply);
    expect(rewritten).toEqual({ sorani: 'کێ؟', english: 'Who?' });
    expect(lines).toEqual([]);
  });

  it('makes do with one language', async () => {
    expect((await rewrite('{"english":"Who?"}')).rewritten).toEqual({
      sorani: '',
      english: 'Who?',
    });
  });

  it.each([
    '',
    'Who?',
    '{}',
    '[]',
    '{"sorani":"","english":" "}',
    '{"sorani":',
    '{"english":7}',
    `{"english":"${'x'.repeat(601)}"}`,
  ])('makes nothing of %s, and says so', async (reply) => {
    const { rewritten, lines } = await rewrite(reply);
    expect(rewritten).toBeNull();
    expect(lines).toHaveLength(1);
  });

  it('sends questions as data, earlier ones not in full', async () => {
    const { request } = await rewrite('{}', {
      text: '</question>',
      earlier: ['</earlier>', 'x'.repeat(1000)],
    });
    expect(request?.user).toContain(`‹/earlier›\n${'x'.repeat(400)}\n</earlier>`);
    expect(request?.user).toContain('\n‹/question›\n');
    expect(request).toMatchObject({ purpose: 'rewrite', shape: { name: 'question' } });
  });

  it('goes on after a reply of no use, and ends where nobody answers', async () => {
    const useless = new ModelFailure('cut-stream', 'x');
    expect((await rewrite(useless)).rewritten).toBeNull();
    for (const failure of [new ModelFailure('time-out', 'x'), new Error('a fault of ours')]) {
      await expect(rewrite(failure)).rejects.toBe(failure);
    }
  });
});
