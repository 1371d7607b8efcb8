import type { ChatModel } from './answering/chat-model.ts';
import type { Settings } from './config.ts';
import type { Log } from './log.ts';
import type { ModelAccount } from './openai/model-account.ts';
import { EmbeddingError } from './retrieval/embeddings.ts';
import type { PassageEmbeddings } from './retrieval/embeddings.ts';
import { LocalEmbeddings } from './retrieval/local-embeddings.ts';

/** What models are made with. */
export interface ModelParts {
  readonly settings: Settings;
  readonly log: Log;
}

/** One account for a process: what is under way counts towards a day's limit. */
const accounts = new WeakMap<Settings, ModelAccount>();

/** The chat model of the settings; null where none is wanted. Nothing is asked of a server before the first call. */
export async function createConfiguredChat(parts: ModelParts): Promise<ChatModel | null> {
  const { chatModel, chat } = parts.settings;
  if (chatModel === null) return null;
  const { createChatModel } = await import('./openai/chat-model.ts');
  return createChatModel({
    ...chat,
    model: chatModel,
    patienceInMs: chat.timeoutInMs,
    account: await accountOf(parts),
  });
}

/**
 * The embeddings of the settings. A server may be asked once how many components its vectors have; where it doesn't say, the
 * embeddings fail whenever they are wanted, and the index knows what to do then.
 */
export async function createConfiguredEmbeddings(parts: ModelParts): Promise<PassageEmbeddings> {
  const { embeddings, embeddingsDirectory } = parts.settings;
  if (embeddings === null) return new LocalEmbeddings();
  const { createOpenAIEmbeddings } = await import('./openai/embeddings.ts');
  try {
    return await createOpenAIEmbeddings({
      ...embeddings,
      questionPatienceInMs: embeddings.timeoutInMs,
      cacheDirectory: embeddingsDirectory,
      account: await accountOf(parts),
      log: parts.log,
    });
  } catch (error) {
    if (error instanceof EmbeddingError) return unavailable(error);
    throw error;
  }
}

async function accountOf({ settings, log }: ModelParts): Promise<ModelAccount> {
  const known = accounts.get(settings);
  if (known !== undefined) return known;
  const { createModelAccount } = await import('./openai/model-account.ts');
  const { stateDirectory, spending } = settings;
  const account =
    accounts.get(settings) ?? createModelAccount({ stateDirectory, ...spending, log });
  accounts.set(settings, account);
  return account;
}

function unavailable(error: EmbeddingError): PassageEmbeddings {
  const fail = async (): Promise<never> => {
    throw error;
  };
  return {
    id: 'unavailable',
    dimensions: 0,
    questionAs: 'typed',
    share: 0,
    embedQuery: fail,
    embedDocuments: fail,
  };
}
