import type { Log } from '../../log.ts';
import { ModelFailure } from '../chat-model.ts';
import type {
  ChatModel,
  ChatOptions,
  ChatRequest,
  ModelFailureCause,
  ReplyShape,
} from '../chat-model.ts';
import { asData } from './prompts.ts';
import type { Prompts } from './prompts.ts';
import { bodyOf, parseWhole } from './reply-body.ts';

/** One question, standing alone, in both languages of the documents. */
export interface RewrittenQuestion {
  readonly sorani: string;
  readonly english: string;
}

const SHAPE: ReplyShape = {
  name: 'question',
  schema: {
    type: 'object',
    properties: { sorani: { type: 'string' }, english: { type: 'string' } },
    required: ['sorani', 'english'],
    additionalProperties: false,
  },
};

/** A question that grew longer than this wasn't only written out. In UTF-16 code units. */
const LONGEST = 600;
/** How much of earlier questions is told, each. */
const EARLIER_UNITS = 400;

/** A reply that came and is of no use: the next call may still go well. */
const HARMLESS: ReadonlySet<ModelFailureCause> = new Set([
  'refused',
  'cut-stream',
  'empty',
  'unusable',
]);

interface Rewriter {
  readonly chat: ChatModel;
  readonly prompts: Prompts;
  readonly log: Log;
}

/**
 * Has a model write a question out in full and in both languages; null where its reply is of no use, which is logged. What comes
 * back is only ever searched for: nothing of it is shown.
 *
 * @throws {ModelFailure} if the model doesn't answer.
 */
export async function rewriteQuestion(
  question: { readonly text: string; readonly earlier: readonly string[] },
  { chat, prompts, log }: Rewriter,
  options: Pick<ChatOptions, 'signal'>,
): Promise<RewrittenQuestion | null> {
  const filled = await prompts.fill('rewrite', {
    earlier: question.earlier.map((one) => asData(one.slice(0, EARLIER_UNITS))).join('\n'),
    question: asData(question.text),
  });
  const reply = await replyTo({ purpose: 'rewrite', ...filled, shape: SHAPE }, chat, options);
  const rewritten = typeof reply === 'string' ? readRewritten(reply) : null;
  if (rewritten === null) {
    const cause = typeof reply === 'string' ? 'unusable' : reply.reason;
    log.warn('The model wrote out a question in a form that is of no use.', { cause });
  }
  return rewritten;
}

async function replyTo(
  request: ChatRequest,
  chat: ChatModel,
  options: Pick<ChatOptions, 'signal'>,
): Promise<string | ModelFailure> {
  try {
    return await chat.complete(request, options);
  } catch (error) {
    if (error instanceof ModelFailure && HARMLESS.has(error.reason)) return error;
    throw error;
  }
}

function readRewritten(reply: string): RewrittenQuestion | null {
  const value = parseWhole(bodyOf(reply));
  if (value === null) return null;
  const [sorani, english] = [asQuestion(value['sorani']), asQuestion(value['english'])];
  return sorani === '' && english === '' ? null : { sorani, english };
}

function asQuestion(value: unknown): string {
  return typeof value === 'string' && value.length <= LONGEST ? value.trim() : '';
}
