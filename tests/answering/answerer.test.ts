import { beforeAll, describe, expect, it } from 'vitest';

import type { Answer } from '../../src/answering/answer.ts';
import { createAnswerer } from '../../src/answering/answerer.ts';
import { ANSWER_THRESHOLD } from '../../src/answering/confidence.ts';
import { readMessages } from '../../src/app.ts';
import type { Pirsyar } from '../../src/app.ts';
import { Headwords } from '../../src/language/glossary.ts';
import { createConfiguredEmbeddings } from '../../src/models.ts';
import { openAhead, smallCorpusParts } from '../support/open-pirsyar.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const VOTERS = 'لە سەدا پەنجا و هەشتى هاوڵاتییانی هەولێر دژی دروستکردنی پردەکە بوون.';
const FROST = 'پلەی گەرمای شاری سلێمانی −٥ پلە بوو.';

const folder = writeFiles(temporaryFolder(), {
  'poll.ckb.txt': `${VOTERS} لە سەدا سی و دوو پشتیوانی دەکەن.`,
  'weather.ckb.txt': `${FROST} باران لە هەولێر باری.`,
});
const parts = smallCorpusParts({ DOCUMENTS_DIR: folder });
let pirsyar: Pirsyar;

beforeAll(async () => {
  pirsyar = await openAhead(parts);
});

const PER_CENT = 'چەند لە سەدی هاوڵاتییانی هەولێر دژی دروستکردنی پردەکە بوون؟';
const DEGREES = 'پلەی گەرمای شاری سلێمانی چەند پلە بوو؟';

function bold({ answer, emphasis }: Answer): string[] {
  return emphasis.map(({ start, end }) => answer.slice(start, end));
}

describe('what of a sentence answers', () => {
  it.each([
    [PER_CENT, VOTERS, ['لە سەدا پەنجا و هەشتى'], 'the whole number, with its ending'],
    [
      'What percentage of citizens of Erbil were against building the bridge?',
      VOTERS,
      ['58 per cent'],
      'the same in English',
    ],
    [DEGREES, FROST, [], 'the sentence alone: a 5 without its minus is not proven'],
  ])('to %s is %s %j: %s', async (text, sentence, short) => {
    const answer = await pirsyar.answerer.answer({ text });
    expect(answer.status).toBe('answered');
    expect(answer.citations.map(({ quote }) => quote)).toEqual([sentence]);
    expect(bold(answer)).toEqual(short);
  });
});

describe('a sentence that its document does not hold', () => {
  it.each([PER_CENT, DEGREES])('is refused, however sure: %s', async (text) => {
    const { snapshot } = pirsyar.index;
    const documents = new Map(
      Array.from(snapshot.documents, ([id, document]) => [id, { ...document, source: '' }]),
    );
    const answerer = createAnswerer({
      snapshot: () => ({ ...snapshot, documents }),
      embeddings: await createConfiguredEmbeddings(parts),
      messages: await readMessages('data', 'answering'),
      headwords: () => Promise.resolve(new Headwords([])),
      model: null,
      log: parts.log,
    });
    const { answer, trace } = await answerer.explain({ text });
    expect(trace.confidence).toBeGreaterThan(ANSWER_THRESHOLD);
    expect(answer.status).toBe('not-in-document');
    expect(answer.citations).toEqual([]);
    expect(answer.confidence).toBeLessThan(ANSWER_THRESHOLD);
  });
});
