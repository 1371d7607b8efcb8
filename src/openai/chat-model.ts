import { ModelFailure } from '../answering/chat-model.ts';
import type { ChatModel, ChatRequest } from '../answering/chat-model.ts';
import { makeCall } from './accounted-call.ts';
import type { ChatServer, ChatServerParts, Progress } from './chat-server.ts';
import { hostOf, lacksKey } from './endpoint.ts';
import type { ModelAccount } from './model-account.ts';
import { REAL_TIMING } from './retries.ts';
import type { Timing } from './retries.ts';
import { estimateTokens } from './usage.ts';
import type { Usage } from './usage.ts';

/** What a chat model is made of. */
export interface ChatModelParts extends ChatServerParts {
  readonly account: ModelAccount;
  /** For a whole call, with its retries. */
  readonly patienceInMs: number;
  /** The longest silence within a stream. Default: 10,000, or the patience where that is less. */
  readonly idleInMs?: number;
  /** The longest prompt, in estimated tokens; null: any. */
  readonly tokensPerCall: number | null;
  readonly timing?: Timing;
}

const IDLE_IN_MS = 10_000;
/** What a reply is taken to need until it is known, where no limit is set. */
const EXPECTED_REPLY_TOKENS = 1000;

/** A chat model of OpenAI or of any server that speaks as it does. Nothing is loaded or asked before the first call. */
export function createChatModel(parts: ChatModelParts): ChatModel {
  const host = hostOf(parts.endpoint);
  const { patienceInMs, idleInMs = Math.min(IDLE_IN_MS, patienceInMs) } = parts;
  let loading: Promise<ChatServer> | null = null;
  const load = async (): Promise<ChatServer> => {
    const { ChatServer } = await import('./chat-server.ts');
    return new ChatServer(parts);
  };
  return {
    complete: async (request, { signal, onText } = {}) => {
      signal?.throwIfAborted();
      if (lacksKey(parts.endpoint))
        throw new ModelFailure('unauthorised', 'OPENAI_API_KEY is not set.');
      const estimate = estimateOf(request, parts);
      const progress: Progress = { reply: null };
      const { account, model, timing = REAL_TIMING } = parts;
      return await makeCall(
        {
          account,
          planned: { purpose: request.purpose, model, estimate },
          spent: (outcome) => spentOn(estimate, progress, outcome),
          patienceInMs,
          idleInMs,
          signal,
          host,
        },
        async (call) => {
          const server = await (loading ??= load());
          return await server.ask(request, { call, timing, progress, onText });
        },
      );
    },
  };
}

/** @throws {ModelFailure} if the prompt is longer than a call may be. */
function estimateOf(request: ChatRequest, parts: ChatModelParts): Usage {
  const shape = request.shape === null ? '' : JSON.stringify(request.shape);
  const promptTokens = estimateTokens(`${request.system}${request.user}${shape}`, 'chat');
  const { tokensPerCall, maxCompletionTokens } = parts;
  if (tokensPerCall !== null && promptTokens > tokensPerCall) {
    throw new ModelFailure(
      'too-long',
      `The prompt has about ${promptTokens} tokens, CHAT_TOKENS_PER_CALL allows ${tokensPerCall}.`,
    );
  }
  return { promptTokens, completionTokens: maxCompletionTokens ?? EXPECTED_REPLY_TOKENS };
}

/** What a call has taken: as the server says, else as much as it may have read and written until it ended. */
function spentOn(estimate: Usage, { reply }: Progress, outcome: string): Usage {
  if (reply !== null) {
    const written = { ...estimate, completionTokens: estimateTokens(reply.text, 'chat') };
    return reply.usage ?? written;
  }
  // A server that was left waiting may go on reading; one that refused has read nothing.
  const mayHaveRead = outcome === 'time-out' || outcome === 'aborted';
  return { promptTokens: mayHaveRead ? estimate.promptTokens : 0, completionTokens: 0 };
}
