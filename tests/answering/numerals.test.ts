import { beforeAll, describe, expect, it } from 'vitest';

import type { Evidence } from '../../src/answering/evidence.ts';
import type { Pirsyar } from '../../src/app.ts';
import { openAhead, smallCorpusParts } from '../support/open-pirsyar.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const folder = writeFiles(temporaryFolder(), {
  'talks.ckb.txt':
    'گەڕی سێیەمی گفتوگۆکان ڕۆژی چوارشەممە بەڕێوەچوو. دوو شاند بەشدار بوون و سەربازەکان لە بنکەکەدا مانەوە.',
  'talks.en.txt':
    'The third round of the talks was held on Wednesday. Two delegations took part and the soldiers stayed at the base.',
});
const parts = smallCorpusParts({ DOCUMENTS_DIR: folder });
let pirsyar: Pirsyar;

beforeAll(async () => {
  pirsyar = await openAhead(parts);
});

async function bestEvidence(question: string): Promise<Evidence | undefined> {
  return (await pirsyar.answerer.explain({ text: question })).trace.ranked[0];
}

describe('the number of what a question counts', () => {
  it.each([
    ['چەند شاند بەشدار بوون؟', true, 'دوو stands beside شاند'],
    ['How many delegations took part?', true, 'two stands beside delegations'],
    ['چەند سەرباز لە بنکەکەدا مانەوە؟', false, 'دوو counts something else'],
    ['How many soldiers stayed at the base?', false, 'two counts something else'],
    ['How long did the soldiers stay?', false, 'nothing says how long'],
    ['Where did the soldiers stay?', true, 'nothing is counted'],
  ])('%s: %s, because %s', async (question, expected) => {
    expect((await bestEvidence(question))?.answer.presence !== 'absent').toBe(expected);
  });
});

describe('the numbers and ordinals that a passage lacks', () => {
  it.each([
    ['When was the third round held?', 0, 'it is the third'],
    ['When was the fourth round held?', 1, 'it is not the fourth'],
    ['گەڕی سێیەم کەی بەڕێوەچوو؟', 0, 'it is the third'],
    ['گەڕی چوارەم کەی بەڕێوەچوو؟', 1, 'چوارەم is no چوارشەممە'],
    ['Was the third round held in 1999?', 0.5, 'one of two'],
    ['Was the round held?', 0, 'none is asked for'],
  ])('%s: %d, because %s', async (question, expected) => {
    expect((await bestEvidence(question))?.missingNumerals).toBe(expected);
  });
});
