import { UsageError } from '../errors.ts';
import type { Messages } from '../messages.ts';
import { readLines, write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import type { Session } from './session.ts';

/**
 * Holds a conversation through a pipe: each line that isn't blank is a question or a command. Answers go to `output`,
 * everything else to `errors`.
 *
 * @throws {UsageError} if the input ends without a single question.
 */
export async function runPiped(
  session: Session,
  { input, output, errors }: Streams,
  words: Messages,
): Promise<void> {
  let questions = 0;
  for await (const line of readLines(input)) {
    if (line === null) {
      await write(errors, `${words.text('repl-line-too-long')}\n`);
      continue;
    }
    if (line.trim() === '') continue;
    const reply = await session.handle(line);
    if (reply.kind === 'end') break;
    if (reply.kind === 'answer') questions += 1;
    await write(reply.kind === 'refusal' ? errors : output, reply.text);
    if (reply.note !== undefined) await write(errors, `${reply.note}\n`);
  }
  if (questions === 0) throw new UsageError(words.text('repl-no-question'));
}
