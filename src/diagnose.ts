import type { AppParts } from './app.ts';
import { createIndexManager } from './app.ts';
import type { Check } from './cli/services.ts';
import { parseCorpus } from './corpus/corpus.ts';
import { readCorpusFiles } from './corpus/read-files.ts';
import { messageOf } from './errors.ts';

/** Asks Telegram who a token belongs to. @throws {PirsyarError} with the remedy where it can't be used. */
export type TokenProbe = (token: string, apiRoot: string | null) => Promise<string>;

/** Looks at settings, data, index, Telegram and model. The settings were read, so they are right. */
export async function diagnose(parts: AppParts, probeToken: TokenProbe): Promise<Check[]> {
  return [
    { name: 'settings', status: 'ok', detail: 'every setting can be read' },
    await check('data', () => checkData(parts)),
    await check('index', () => checkIndex(parts)),
    await checkTelegram(parts, probeToken),
    await checkModel(parts),
  ];
}

async function check(name: Check['name'], look: () => Promise<string>): Promise<Check> {
  try {
    return { name, status: 'ok', detail: await look() };
  } catch (error) {
    return {
      name,
      status: 'failed',
      detail: messageOf(error),
    };
  }
}

async function checkData({ settings }: AppParts): Promise<string> {
  const { documents, failed, warnings } = parseCorpus(
    await readCorpusFiles(settings.documentsDirectory, settings.uploadsDirectory),
  );
  const problems = [...failed, ...warnings].map(
    ({ document, reason }) => `"${document}": ${reason}`,
  );
  if (documents.length === 0 || failed.length > 0) {
    throw new Error(
      `${documents.length} documents can be served from ${settings.documentsDirectory}; mend or remove: ${problems.join('; ') || 'no <id>.ckb.txt is there'}`,
    );
  }
  return [`${documents.length} documents in ${settings.documentsDirectory}`, ...problems].join(
    '; ',
  );
}

async function checkIndex(parts: AppParts): Promise<string> {
  const state = await (await createIndexManager(parts)).inspect();
  if (state.unwritable !== null) {
    throw new Error(
      `${state.directory} can't be written (${state.unwritable}): set INDEX_DIR to a folder that can; until then each start builds in memory`,
    );
  }
  const search =
    state.vectorIndex === 'hnsw'
      ? 'HNSW by hnswlib-node'
      : 'exact search (hnswlib-node is missing)';
  return state.reason === null
    ? `fresh, in ${state.directory}; vectors: ${search}`
    : `will be built with the next question, because ${state.reason}; vectors: ${search}`;
}

async function checkTelegram({ settings }: AppParts, probe: TokenProbe): Promise<Check> {
  const { telegramToken, telegramApiRoot } = settings;
  if (telegramToken === null) {
    return { name: 'telegram', status: 'not configured', detail: 'TELEGRAM_BOT_TOKEN is not set' };
  }
  return check(
    'telegram',
    async () => `the token is @${await probe(telegramToken, telegramApiRoot)}'s`,
  );
}

async function checkModel(parts: AppParts): Promise<Check> {
  const { chatModel, embeddings } = parts.settings;
  if (chatModel === null && embeddings === null) {
    return {
      name: 'model',
      status: 'not configured',
      detail: 'CHAT_MODEL is not set: answers are extractive',
    };
  }
  const { diagnoseModels } = await import('./diagnose-models.ts');
  return check('model', () => diagnoseModels(parts));
}
