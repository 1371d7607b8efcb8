import type { User } from 'grammy/types';

import type { World } from '../world.ts';
import type { Doing } from './people.ts';

/** Who does something; from now on the bot knows of them. */
export function personOf(world: World, { from = 7, languageCode = 'ku' }: Doing): User {
  const person = { id: from, is_bot: false, first_name: 'خوێنەر', language_code: languageCode };
  world.people.set(from, person);
  return person;
}
