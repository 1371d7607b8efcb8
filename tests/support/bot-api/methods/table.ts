import type { Payload } from '../payload.ts';
import type { World } from '../world.ts';
import { chatMethods } from './chats.ts';
import { fileMethods } from './files.ts';
import { messageMethods } from './messages.ts';
import type { BotMethods, Call } from './method.ts';
import { queryMethods } from './queries.ts';
import { settingMethods } from './settings.ts';
import { signMethods } from './signs.ts';
import { updateMethods } from './updates.ts';

/** A method by the name that the Bot API gives it. */
export interface Method {
  readonly name: string;
  readonly run: (payload: Payload, call: Call) => unknown;
}

/** The methods that are served, by their names in small letters: Telegram doesn't look at the case. */
export function methodTable(world: World): ReadonlyMap<string, Method> {
  const methods: BotMethods = {
    ...updateMethods(world),
    ...messageMethods(world),
    ...signMethods(world),
    ...queryMethods(world),
    ...settingMethods(world),
    ...fileMethods(world),
    ...chatMethods(world),
  };
  return new Map(
    Object.entries(methods).map(([name, run]): [string, Method] => [
      name.toLowerCase(),
      { name, run },
    ]),
  );
}
