import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { PirsyarError } from '../../errors.ts';

/** The slots of each prompt in `prompts/<name>.md`; prompts/README.md says what they hold. */
export const PROMPT_SLOTS = {
  compose: ['language', 'passages', 'question'],
  repair: ['language', 'passages', 'question', 'sentences'],
  rewrite: ['earlier', 'question'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type PromptName = keyof typeof PROMPT_SLOTS;

/** What a prompt's slots are filled with. */
type SlotValues<Name extends PromptName> = Readonly<
  Record<(typeof PROMPT_SLOTS)[Name][number], string>
>;

/** A prompt, filled. */
interface FilledPrompt {
  readonly system: string;
  readonly user: string;
}

/** Everything that a model is told. */
export interface Prompts {
  /** Fills a prompt; values are put in as they are, braces and all. */
  fill<Name extends PromptName>(name: Name, values: SlotValues<Name>): Promise<FilledPrompt>;
}

const PARTS = /^# System\n(?<system>.*)\n# User\n(?<user>.*)$/su;

/** The prompts of a folder. Each is read, and LangChain loaded, when it is first needed. */
export function createPrompts(directory: string): Prompts {
  const templates = new Map<PromptName, ReturnType<typeof readTemplate>>();
  return {
    async fill(name, values) {
      const template = templates.get(name) ?? readTemplate(directory, name);
      templates.set(name, template);
      const { messages } = await (await template).invoke(values);
      const [system, user] = messages.map(({ content }) => String(content));
      return { system: system ?? '', user: user ?? '' };
    },
  };
}

/** @throws {PirsyarError} if the file has no two parts or names other slots than it should: a fault of ours. */
async function readTemplate(
  directory: string,
  name: PromptName,
): Promise<{
  invoke(values: Record<string, string>): Promise<{ messages: { content: unknown }[] }>;
}> {
  const text = await readFile(join(directory, `${name}.md`), 'utf8');
  const { system, user } = PARTS.exec(text)?.groups ?? {};
  if (system === undefined || user === undefined) {
    throw new PirsyarError(`The prompt ${name}.md has no "# System" with a "# User" behind it.`);
  }
  const { ChatPromptTemplate } = await import('@langchain/core/prompts');
  const template = ChatPromptTemplate.fromMessages(
    [
      ['system', system.trim()],
      ['user', user.trim()],
    ],
    { templateFormat: 'mustache' },
  );
  const named = template.inputVariables.toSorted().join(', ');
  const expected = [...PROMPT_SLOTS[name]].toSorted().join(', ');
  if (named !== expected) {
    throw new PirsyarError(`The prompt ${name}.md has the slots ${named}, not ${expected}.`);
  }
  return template;
}

/** A text as data inside a fence: without the brackets that could close it. The fold of quotes doesn't see them. */
export function asData(text: string): string {
  return text.replaceAll('<', '\u2039').replaceAll('>', '\u203A');
}
