import type { AnswerLanguage } from '../answering/answer.ts';
import type { Messages } from '../messages.ts';

const EXAMPLES = 3;

/** What a conversation opens with, in both languages: what this is, what it knows, three questions to try. */
export function welcome(
  messages: Readonly<Record<AnswerLanguage, Messages>>,
  titles: readonly Readonly<Record<AnswerLanguage, string>>[],
  examples: (language: AnswerLanguage) => readonly string[],
): string {
  const part = (language: AnswerLanguage): string => {
    const words = messages[language];
    const questions = examples(language).slice(0, EXAMPLES);
    return [
      words.text('repl-welcome'),
      words.text('repl-knows', { titles: titles.map((title) => title[language]).join(', ') }),
      ...(questions.length === 0 ? [] : [words.text('repl-examples')]),
      ...questions.map((question) => `  • ${question}`),
      words.text('repl-hint'),
    ].join('\n');
  };
  return `${part('ckb')}\n\n${part('en')}\n`;
}
