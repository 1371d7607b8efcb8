import type { ReactionType, ReactionTypeEmoji } from 'grammy/types';

import { list, record, string } from '../payload.ts';
import { refuse } from '../refusal.ts';

/** What Telegram lets people and bots react with. */
const EMOJI = [
  '👍',
  '👎',
  '❤',
  '🔥',
  '🥰',
  '👏',
  '😁',
  '🤔',
  '🤯',
  '😱',
  '🤬',
  '😢',
  '🎉',
  '🤩',
  '🤮',
  '💩',
  '🙏',
  '👌',
  '🕊',
  '🤡',
  '🥱',
  '🥴',
  '😍',
  '🐳',
  '❤‍🔥',
  '🌚',
  '🌭',
  '💯',
  '🤣',
  '⚡',
  '🍌',
  '🏆',
  '💔',
  '🤨',
  '😐',
  '🍓',
  '🍾',
  '💋',
  '🖕',
  '😈',
  '😴',
  '😭',
  '🤓',
  '👻',
  '👨‍💻',
  '👀',
  '🎃',
  '🙈',
  '😇',
  '😨',
  '🤝',
  '✍',
  '🤗',
  '🫡',
  '🎅',
  '🎄',
  '☃',
  '💅',
  '🤪',
  '🗿',
  '🆒',
  '💘',
  '🙉',
  '🦄',
  '😘',
  '💊',
  '🙊',
  '😎',
  '👾',
  '🤷‍♂',
  '🤷',
  '🤷‍♀',
  '😡',
] as const satisfies readonly ReactionTypeEmoji['emoji'][];

/**
 * The reactions of a bot to a message, at most one, if Telegram would take them.
 *
 * @param allowed the emoji that the chat allows, where not all.
 */
export function acceptedReactions(
  given: unknown,
  allowed: ReadonlySet<string> | null,
): ReactionType[] {
  const reactions = list(given).map(record);
  if (reactions.length > 1) refuse('Bad Request: REACTIONS_TOO_MANY');
  return reactions.map((reaction) => {
    const emoji = EMOJI.find((known) => known === string(reaction['emoji']));
    if (reaction['type'] !== 'emoji' || emoji === undefined || allowed?.has(emoji) === false) {
      return refuse('Bad Request: REACTION_INVALID');
    }
    return { type: 'emoji', emoji };
  });
}
