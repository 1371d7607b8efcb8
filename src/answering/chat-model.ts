import { PirsyarError } from '../errors.ts';
import type { JsonObject } from '../json.ts';

/** What a reply must look like, where the server can be held to it. */
export interface ReplyShape {
  /** Letters, digits and underscores. */
  readonly name: string;
  /** A strict JSON Schema: every property required, no additional ones. */
  readonly schema: JsonObject;
}

/** One request to a chat model. */
export interface ChatRequest {
  /** What the call is for; stands in the log and in the day's account. */
  readonly purpose: 'rewrite' | 'compose' | 'repair' | 'probe';
  readonly system: string;
  readonly user: string;
  /** Null, or where the server knows no shapes: any text may come. */
  readonly shape: ReplyShape | null;
}

/** What may be given with a request. */
export interface ChatOptions {
  /** Ends the call, its retries and its stream. */
  readonly signal?: AbortSignal;
  /** Called with all of the text so far whenever more of it comes. */
  readonly onText?: (soFar: string) => void;
}

/** The port through which answering asks a model. */
export interface ChatModel {
  /**
   * The whole text of the reply; never blank, never cut.
   *
   * @throws {ModelFailure} whatever went wrong; nobody else's error gets through but the reason of an aborted signal.
   */
  complete(request: ChatRequest, options?: ChatOptions): Promise<string>;
}

/** Why a model gave nothing to use. */
export type ModelFailureCause =
  | 'unauthorised'
  | 'rate-limited'
  | 'refused'
  | 'server-error'
  | 'unreachable'
  | 'time-out'
  | 'cut-stream'
  | 'empty'
  | 'unusable'
  | 'too-long'
  | 'budget-spent';

/** A model didn't answer, or not usably. The message is for the log: it holds no key and nothing that a reader wrote. */
export class ModelFailure extends PirsyarError {
  override name = 'ModelFailure';
  readonly reason: ModelFailureCause;

  constructor(reason: ModelFailureCause, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
