import { createInterface } from 'node:readline';

import type { Streams } from '../streams.ts';
import { DETECT_DIRECTION, layOut } from './direction.ts';
import { readHistory, writeHistory } from './history.ts';
import type { Reply, Session } from './session.ts';

const PROMPT = '› ';
const DEFAULT_COLUMNS = 80;

/** What a conversation at a terminal needs besides the session. */
interface InteractiveOptions {
  readonly welcome: string;
  /** Where the lines typed are kept between conversations. */
  readonly historyFile: string;
}

/** Holds a conversation at a terminal until `:quit`, the end of input, or an interrupt. */
export async function runInteractive(
  session: Pick<Session, 'handle'>,
  { input, output }: Streams,
  { welcome, historyFile }: InteractiveOptions,
): Promise<void> {
  const show = (text: string): void => {
    output.write(layOut(text, columnsOf(output)));
  };
  let history = await readHistory(historyFile);
  const lines = createInterface({ input, output, prompt: PROMPT, history, terminal: true });
  lines.on('history', (current) => (history = current));
  output.write(DETECT_DIRECTION.on);
  show(`${welcome}\n`);
  lines.prompt();
  try {
    for await (const line of lines) {
      const reply = line.trim() === '' ? null : await session.handle(line);
      if (reply?.kind === 'end') break;
      if (reply !== null) show(`\n${reply.text}${noteLine(reply)}\n`);
      lines.prompt();
    }
  } finally {
    lines.close();
    output.write(`${DETECT_DIRECTION.off}\n`);
    await writeHistory(historyFile, history);
  }
}

function noteLine({ note }: Reply): string {
  return note === undefined ? '' : `${note}\n`;
}

/** The width of a terminal; some (inside `script`, say) report 0. */
function columnsOf({ columns = 0 }: Streams['output']): number {
  return columns > 0 ? columns : DEFAULT_COLUMNS;
}
