import { beforeAll, describe, expect, it } from 'vitest';

import type { Evidence } from '../../src/answering/evidence.ts';
import type { Pirsyar } from '../../src/app.ts';
import { openAhead, smallCorpusParts } from '../support/open-pirsyar.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const SORANI = [
  'شاندی عێراق بە سەرۆکایەتیی د. فوئاد حوسێن، وەزیری دەرەوە، ڕۆژی چوارشەممە ٠٧ - ٠٤ - ٢٠٢١ لەگەڵ شاندی ئەمریکا کۆبووەوە.',
  'کۆبوونەوەکە سێ کاتژمێری خایاند و لەڕێگەی ڤیدیۆ کۆنفرانسەوە بەڕێوەچوو.',
  'کارگەکە ٢٥٠ کرێکاری هەیە و ٥ ملیۆن دۆلاری تێچووە.',
  'لەسەدا ٥٨ی دەنگدەران نەهاتن، چونکە باران دەباری.',
].join(' ');
const ENGLISH = [
  'The Iraqi delegation, headed by Dr Fuad Hussein, the foreign minister, met the US delegation on Wednesday, 7 April 2021.',
  'The meeting lasted three hours and was held through a video conference.',
  'The factory has 250 workers and cost 5 million dollars.',
  '58 per cent of the voters stayed away, because it was raining.',
].join(' ');

const folder = writeFiles(temporaryFolder(), {
  'talks.ckb.txt': SORANI,
  'talks.en.txt': ENGLISH,
});

let pirsyar: Pirsyar;

beforeAll(async () => {
  pirsyar = await openAhead(smallCorpusParts({ DOCUMENTS_DIR: folder }));
});

async function best(question: string): Promise<Evidence | undefined> {
  return (await pirsyar.answerer.explain({ text: question })).trace.ranked[0];
}

function said(
  text: string | undefined,
  span: { start: number; end: number } | null,
): string | null {
  return text === undefined || span === null ? null : text.slice(span.start, span.end);
}

describe('what of the best sentence answers', () => {
  it.each([
    ['کێ سەرۆکی شاندی عێراق بوو؟', 'فوئاد حوسێن', 'Fuad Hussein', 'who holds the office'],
    [
      'شاندەکان کەی کۆبوونەوە؟',
      'ڕۆژی چوارشەممە ٠٧ - ٠٤ - ٢٠٢١',
      'Wednesday, 7 April 2021',
      'the whole date',
    ],
    ['شاندەکان لە کام ڕۆژی هەفتە کۆبوونەوە؟', 'ڕۆژی چوارشەممە', 'Wednesday', 'the weekday of it'],
    [
      'On what day of the week did the delegations meet?',
      'ڕۆژی چوارشەممە',
      'Wednesday',
      'in English',
    ],
    ['کۆبوونەوەکە چەند کاتژمێری خایاند؟', 'سێ کاتژمێری', 'three hours', 'a span of time'],
    ['How long did the meeting last?', 'سێ کاتژمێری', 'three hours', 'a number word'],
    ['کارگەکە چەند کرێکاری هەیە؟', '٢٥٠', '250', 'the number beside the workers'],
    ['How many workers does the factory have?', '٢٥٠', '250', 'and not the millions'],
    ['کارگەکە چەند دۆلاری تێچوو؟', '٥ ملیۆن دۆلاری', '5 million dollars', 'and not the workers'],
    ['What percentage of the voters stayed away?', 'لەسەدا ٥٨ی', '58 per cent', 'a share'],
    [
      'بۆچی دەنگدەران نەهاتن؟',
      'چونکە باران دەباری',
      'because it was raining',
      'the clause that tells why',
    ],
    [
      'How was the meeting held?',
      'لەڕێگەی ڤیدیۆ کۆنفرانسەوە بەڕێوەچوو',
      'through a video conference',
      'the phrase that tells how',
    ],
  ])('%s: %s / %s, %s', async (question, sorani, english) => {
    const evidence = await best(question);
    expect(said(evidence?.sentence.text, evidence?.answer.sorani.span ?? null)).toBe(sorani);
    expect(said(evidence?.sentence.rendition?.text, evidence?.answer.english.span ?? null)).toBe(
      english,
    );
    expect(evidence?.answer).toMatchObject({ presence: 'new', typed: 1 });
  });

  it.each([
    ['How old is Fuad Hussein?', 'no age is told'],
    ['تەمەنی فوئاد حوسێن چەندە؟', 'likewise'],
    ['How many factories are there?', 'workers are counted, factories are not'],
    ['How many kilometres long was the meeting?', 'nothing is measured'],
    ['کارگەکە چەند سەربازی هەیە؟', 'workers are no soldiers'],
  ])('%s: nothing, %s', async (question) => {
    expect((await best(question))?.answer).toMatchObject({ presence: 'absent', typed: 0 });
  });

  it.each([
    ['What did they say?', 'untold', 'anything may be said'],
    ['Did the delegations meet?', 'untold', 'the whole sentence decides'],
    ['Who is the minister of agriculture?', 'present', 'a minister is named, of something else'],
  ])('%s: %s, %s', async (question, presence) => {
    expect((await best(question))?.answer.presence).toBe(presence);
  });
});
