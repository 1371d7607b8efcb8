import type { ApiMethods } from 'grammy/types';

import type { Upload } from '../multipart.ts';
import type { Payload } from '../payload.ts';

type Arguments<Method extends keyof ApiMethods> = NonNullable<Parameters<ApiMethods[Method]>[0]>;

/** The parameters that the Bot API names for a method: no other can be read, and the value of none is trusted. */
type Given<Method extends keyof ApiMethods> = [Arguments<Method>] extends [never]
  ? Payload
  : { readonly [Name in keyof Arguments<Method>]?: unknown };

/** What else belongs to a call. */
export interface Call {
  /** What came with it as multipart/form-data, by the names of the parts. */
  readonly files: ReadonlyMap<string, Upload>;
  /** Runs this once the bot has its reply or has hung up. */
  onClose(listener: () => void): void;
}

type Result<Method extends keyof ApiMethods> = ReturnType<ApiMethods[Method]>;

/** Methods of the Bot API, each with its own parameters and its own result. */
export type BotMethods = {
  readonly [Method in keyof ApiMethods]?: (
    given: Given<Method>,
    call: Call,
  ) => Result<Method> | Promise<Result<Method>>;
};
