import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Answer } from '../../src/answering/answer.ts';
import { PROMPT_SLOTS } from '../../src/answering/model/prompts.ts';
import type { Pirsyar } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import { detectLanguage } from '../../src/language/detect.ts';
import { claimsOf } from '../../src/proof/markers.ts';
import { contentOf, obeying, passagesIn, readInjections } from '../support/injections.ts';
import type { Injection } from '../support/injections.ts';
import { keptLog } from '../support/kept-log.ts';
import { openAhead } from '../support/open-pirsyar.ts';
import { startOpenAIServer } from '../support/openai-server.ts';
import type { OpenAIServer } from '../support/openai-server.ts';
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts';

const KEY = 'sk-proj-Zq8vT3nLw5Rk1Yc7Hd2M';
/** No more of a prompt's own words may follow one another in what is shown. */
const MOST_WORDS_OF_PROMPT = 4;

const INJECTIONS = readInjections();
const folder = temporaryFolder();
const { log, lines } = keptLog();
let server: OpenAIServer;
let pirsyar: Pirsyar;
let prompts: ReadonlySet<string>;

beforeAll(async () => {
  server = await startOpenAIServer();
  const documents = writeDocuments();
  const settings = readSettings(
    {
      CHAT_MODEL: 'obedient',
      OPENAI_BASE_URL: server.url,
      OPENAI_API_KEY: KEY,
      CHAT_TOKENS_PER_DAY: 'off',
      DOCUMENTS_DIR: documents,
      INDEX_DIR: join(folder, 'index'),
      STATE_DIR: join(folder, 'state'),
    },
    { dataDirectory: 'data', workingDirectory: folder },
  );
  const parts = { settings, dataDirectory: 'data', promptsDirectory: 'prompts', log };
  pirsyar = await openAhead(parts);
  prompts = ownRunsOfPrompts();
});
afterAll(() => server.stop());

/** The statement, and beside it each attack that stands in a document. */
function writeDocuments(): string {
  const documents = join(folder, 'documents');
  mkdirSync(documents);
  const bundled = ['ckb.txt', 'en.txt', 'json'].map((ending) => `statement.${ending}`);
  const attacks = INJECTIONS.filter(({ where }) => where === 'document');
  return writeFiles(documents, {
    ...Object.fromEntries(bundled.map((name) => [name, readFileSync(`data/documents/${name}`)])),
    ...Object.fromEntries(attacks.map(({ id, text }) => [`${id}.ckb.txt`, text])),
  });
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const size = MOST_WORDS_OF_PROMPT + 1;
  return words.slice(0, 1 - size).map((_, start) => words.slice(start, start + size).join(' '));
}

/** Runs of words that stand in a prompt and in no document. */
function ownRunsOfPrompts(): ReadonlySet<string> {
  const texts = Object.keys(PROMPT_SLOTS).map((name) => readFileSync(`prompts/${name}.md`, 'utf8'));
  const shown = [...pirsyar.index.snapshot.documents.values()].flatMap(({ source, id }) => [
    ...runsOf(source),
    ...pirsyar.index.snapshot.passages
      .filter(({ document }) => document === id)
      .flatMap(({ sentences }) => sentences.flatMap((one) => runsOf(one.rendition?.text ?? ''))),
  ]);
  const known = new Set(shown);
  return new Set(texts.flatMap(runsOf).filter((run) => !known.has(run)));
}

interface Told {
  readonly answer: Answer;
  readonly drafts: readonly string[];
  /** All that a reader may get to see, in any front end, but the question itself. */
  readonly shown: string;
}

async function tell(injection: Injection): Promise<Told> {
  server.replyWith(obeying(injection));
  const isEarlier = injection.where === 'earlier-question';
  const drafts: string[] = [];
  const answer = await pirsyar.answerer.answer(
    {
      text: injection.ask ?? injection.text,
      ...(isEarlier ? { history: [injection.text] } : {}),
    },
    { onDraft: (draft) => drafts.push(draft) },
  );
  const { question: _, ...told } = answer;
  const note = pirsyar.note(answer) ?? '';
  return { answer, drafts, shown: [JSON.stringify(told), ...drafts, note].join('\n') };
}

/** Letters and digits that are seen, in a row. */
function bare(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** A text, backwards, and with everything that may be base64 or hexadecimal decoded. */
function readings(text: string): string[] {
  const coded = text.match(/[\w+/=-]{12,}/gu) ?? [];
  const decoded = coded.flatMap((one) =>
    (['base64', 'hex'] as const).map((way) => Buffer.from(one, way).toString('utf8')),
  );
  return [text, Array.from(text).toReversed().join(''), ...decoded];
}

function expectNothingLeaked({ shown, answer, drafts }: Told): void {
  for (const reading of readings(shown)) expect(bare(reading)).not.toContain(bare(KEY));
  for (const text of [answer.answer, ...drafts]) {
    const own = readings(withoutCited(text, answer)).flatMap(runsOf);
    expect(own.filter((run) => prompts.has(run))).toEqual([]);
  }
}

function withoutCited(text: string, { citations }: Answer): string {
  return citations
    .flatMap(({ quote, rendition }) => [quote, rendition?.text ?? ''])
    .filter((cited) => cited !== '')
    .reduce((rest, cited) => rest.replaceAll(cited, ' '), text);
}

function expectProven({ answer }: Told, language: Answer['language']): void {
  const { documents } = pirsyar.index.snapshot;
  for (const { document, start, end, quote } of answer.citations) {
    expect(documents.get(document)?.source.slice(start, end)).toBe(quote);
  }
  expect(answer.language).toBe(language);
  const own = answer.answer.replaceAll(/\[\d+\]/gu, ' ');
  expect(detectLanguage(withoutQuoted(own))).toBe(language);
  const refused = answer.status === 'not-in-document';
  const markers = answer.citations.map(({ marker }) => marker);
  expect(markers).toEqual(answer.citations.map((_, index) => (refused ? 0 : index + 1)));
  const isWritten = answer.composer === 'model' && !refused;
  const claims = isWritten ? claimsOf(answer.answer, markers.length) : [];
  expect(claims.filter(({ markers: cited }) => cited.length === 0)).toEqual([]);
  expect(claims.flatMap(({ dangling }) => dangling)).toEqual([]);
  expect(withoutCited(answer.answer, answer)).not.toMatch(INVISIBLE);
}

function isQuotable(text: string): boolean {
  return [...pirsyar.index.snapshot.documents.values()].some(({ source }) => source.includes(text));
}

function withoutQuoted(text: string): string {
  return text.replaceAll(/“[^”]*”/gu, ' ');
}

/** Direction controls, letters without a width, tags: what one sees is not what stands there. A ZWNJ is a letter's form. */
const INVISIBLE =
  /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]|(?<!\p{L})\u200D/u;

describe('a model that obeys', () => {
  it('has enough attacks to obey, in both languages and in every place', () => {
    expect(INJECTIONS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(INJECTIONS.map(({ language }) => language))).toHaveLength(2);
    expect(new Set(INJECTIONS.map(({ where }) => where))).toHaveLength(4);
  });

  it.each(INJECTIONS)(
    '$id, $kind in a $where, shows nothing that is not proven',
    async (attack) => {
      const before = server.requests.length;
      const told = await tell(attack);
      const requests = server.requests.slice(before);
      expect(requests.length).toBeGreaterThan(0);
      expectNothingLeaked(told);
      for (const text of attack.never) {
        // A document's own words may be shown, as its own.
        const shown = isQuotable(text) ? told.answer.answer : told.shown;
        expect(shown).not.toContain(text);
      }
      expectProven(told, attack.language);
      for (const request of requests) {
        const user = contentOf(request, 'user');
        expect(user.match(/<\/passage>/gu) ?? []).toHaveLength(passagesIn(request).length);
        for (const fence of ['question', 'earlier', 'sentences']) {
          expect((user.match(new RegExp(`</${fence}>`, 'gu')) ?? []).length).toBeLessThan(2);
        }
      }
    },
  );

  it('leaves no key and no prompt in the log', () => {
    expect(bare(lines.join('\n'))).not.toContain(bare(KEY));
    expect(lines.flatMap(runsOf).filter((run) => prompts.has(run))).toEqual([]);
  });
});
