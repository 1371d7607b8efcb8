/**
 * A bot without Telegram, in a process of its own: it serves an index, answers questions one after the other, and re-indexes when it is told
 * to. Its argument names its folders. It ends when its parent does.
 */
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { openPirsyar } from '../../src/app.ts';
import type { AppParts } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import { createReleases } from '../../src/release/releases.ts';
import type { Place } from './server.ts';
import { QUESTIONS, sentenceOf, stateOf } from './towns.ts';
import type { Order, Word } from './words.ts';

/** The program's own builder, built: it starts in half the time. */
const ENTRY = pathToFileURL(resolve('dist/bin/build.js'));
/** Between an answer and the next question. */
const PAUSE_IN_MS = 10;

const lines: string[] = [];
const keep = (message: string): void => void lines.push(message);
const place: Place = JSON.parse(process.argv[2] ?? '{}');
const folders = {
  DOCUMENTS_DIR: place.documents,
  INDEX_DIR: place.index,
  STATE_DIR: place.state,
};
const app: AppParts = {
  settings: readSettings(folders, {
    dataDirectory: place.data,
    workingDirectory: process.cwd(),
  }),
  dataDirectory: place.data,
  promptsDirectory: place.prompts,
  log: { debug: () => {}, info: keep, warn: keep, error: keep },
};
const wrong: string[] = [];
let answers = 0;

process.on('disconnect', () => process.exit(0));
const pirsyar = await openPirsyar(app);
const { log, ...setup } = app;
const { manager, index: live } = pirsyar;
const releases = createReleases({ manager, live, builder: { entry: ENTRY, setup }, log });
pirsyar.index.watch();
process.on('message', (order: Order) => void obey(order));
say({ kind: 'ready', state: servingState(), lines });
for (let turn = 0; ; turn += 1) {
  await ask(turn % QUESTIONS.length);
  await delay(PAUSE_IN_MS);
}

function say(word: Word): void {
  process.send?.(word);
}

async function obey({ kind }: Order): Promise<void> {
  if (kind === 'ask-all') {
    for (const document of QUESTIONS.keys()) await ask(document);
    say({ kind: 'answered', answers, wrong: wrong.splice(0) });
    answers = 0;
    return;
  }
  let stage: string | null = null;
  const outcome = await releases.run({
    force: false,
    by: null,
    onProgress: (progress) => {
      if (progress.stage !== stage) say({ kind: 'stage', stage: progress.stage });
      ({ stage } = progress);
    },
  });
  say({ kind: 'outcome', outcome, state: servingState() });
}

function servingState(): number | null {
  return stateOf([...pirsyar.index.snapshot.documents.values()].map(({ source }) => source));
}

/** An answer is right that quotes the state which served when it was asked. */
async function ask(document: number): Promise<void> {
  const state = servingState();
  const question = QUESTIONS[document] ?? '';
  const { citations } = await pirsyar.answerer.answer({ text: question });
  answers += 1;
  const [first] = citations;
  const expected = sentenceOf(document, state ?? NaN);
  if (first?.quote !== expected) wrong.push(`${question} ${first?.quote ?? 'nothing'}`);
}
