import { EVALUATION_LANGUAGES, readQuestions } from '../../src/evaluation/questions.ts';
import { createRandom, shuffle } from '../scale/random.ts';

/**
 * What is asked in each chat: questions of an evaluation set in both languages, in another order in each chat, the same in every run.
 *
 * @throws {UsageError} if the file can't be read.
 */
export async function questionsOfChats(
  file: string,
  { chats, each, seed }: { chats: number; each: number; seed: number },
): Promise<string[][]> {
  const questions = await readQuestions(file);
  const texts = questions.flatMap(({ text }) =>
    EVALUATION_LANGUAGES.flatMap((language) => text[language] ?? []),
  );
  const random = createRandom(seed);
  return Array.from({ length: chats }, () => shuffle(random, texts).slice(0, each));
}
