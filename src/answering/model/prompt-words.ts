/** So many of a prompt's words in a row are the prompt's own, not just anybody's. */
const RUN = 5;

/** Tells whether a text repeats a prompt. */
export type PromptGuard = (text: string) => boolean;

/**
 * A guard of what a model was told: true of a text with five words in a row that stand so in the prompt, and in none of the texts
 * that may be quoted.
 */
export function guardPrompt(prompt: string, quotable: readonly string[]): PromptGuard {
  const theirs = new Set(quotable.flatMap(runsOf));
  const ours = new Set(runsOf(prompt).filter((run) => !theirs.has(run)));
  return (text) => runsOf(text).some((run) => ours.has(run));
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}
