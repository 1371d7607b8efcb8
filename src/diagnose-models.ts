import { ModelFailure } from './answering/chat-model.ts';
import type { ModelFailureCause } from './answering/chat-model.ts';
import { PirsyarError } from './errors.ts';
import { createConfiguredChat, createConfiguredEmbeddings } from './models.ts';
import type { ModelParts } from './models.ts';
import { EmbeddingError } from './retrieval/embeddings.ts';

/** What to do about each failure. */
const REMEDIES: Readonly<Record<ModelFailureCause, string>> = {
  unauthorised: 'set OPENAI_API_KEY to a key that the server knows',
  'rate-limited': 'wait, or look at the limits of the account',
  refused: 'look whether the server has the model of this name',
  'server-error': 'try again later, or look at the log of the server',
  unreachable: 'look whether the server runs, and at OPENAI_BASE_URL',
  'time-out': 'look whether the server runs, or allow more time (CHAT_TIMEOUT, EMBEDDING_TIMEOUT)',
  'cut-stream': 'try again; where it stays so, allow longer replies (CHAT_MAX_COMPLETION_TOKENS)',
  empty: 'try another model',
  unusable: 'look at OPENAI_BASE_URL: it ends in the version of the interface, such as /v1',
  'too-long': 'raise CHAT_TOKENS_PER_CALL',
  'budget-spent': 'wait until tomorrow, or raise the limit',
};

/** What the configured models are found to do. @throws {PirsyarError} with the remedy, never the key, where one can't be used. */
export async function diagnoseModels(parts: ModelParts): Promise<string> {
  try {
    return [await tryChat(parts), await tryEmbeddings(parts)].join('; ');
  } catch (error) {
    const failure = error instanceof EmbeddingError ? error.cause : error;
    if (!(failure instanceof ModelFailure)) throw error;
    const message = failure.message.replace(/\.$/u, '');
    throw new PirsyarError(`${message}: ${REMEDIES[failure.reason]}`);
  }
}

/** Asks for the list of models, which costs nothing; where the model doesn't stand in it, the model itself. */
async function tryChat(parts: ModelParts): Promise<string> {
  const { chatModel, chat } = parts.settings;
  const model = await createConfiguredChat(parts);
  if (model === null) return 'CHAT_MODEL is not set: answers are extractive';
  const { listModels } = await import('./openai/listed-models.ts');
  const listed = await listModels(chat.endpoint, chat.timeoutInMs);
  if (listed?.includes(chatModel ?? '') === true) return `the server has "${chatModel}"`;
  await model.complete({ purpose: 'probe', system: '', user: 'Say OK.', shape: null });
  return `"${chatModel}" answers`;
}

async function tryEmbeddings(parts: ModelParts): Promise<string> {
  const embeddings = await createConfiguredEmbeddings(parts);
  await embeddings.embedQuery('پرسیار');
  return `vectors: ${embeddings.id}`;
}
