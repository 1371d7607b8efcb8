import { Argument, Command, CommanderError, Option } from 'commander';

import type { LanguageChoice } from '../answering/answer.ts';
import { PirsyarError, SettingsError, UsageError, messageOf } from '../errors.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import { ask } from './ask.ts';
import type { AskOptions } from './ask.ts';
import { checkQuote } from './check-quote.ts';
import type { CheckQuoteOptions } from './check-quote.ts';
import { parseCount } from './count-option.ts';
import { doctorCommand } from './doctor.ts';
import { addDocumentsCommands } from './documents-commands.ts';
import { evaluateCommand } from './evaluate.ts';
import type { EvaluateOptions } from './evaluate.ts';
import { indexCommand } from './index-command.ts';
import type { IndexOptions } from './index-command.ts';
import { addInsightCommands } from './insight-commands.ts';
import { rollbackCommand, snapshotsCommand } from './rollback.ts';
import type { RollbackOptions } from './rollback.ts';
import { searchCommand } from './search.ts';
import type { SearchCommandOptions } from './search.ts';
import type { OpenIndex, Services } from './services.ts';

/** What the command line rests on. */
export interface ProgramParts {
  readonly version: string;
  readonly streams: Streams;
  /** Reads the settings and wires the parts; only called when a command runs. @throws {SettingsError} */
  readonly services: () => Services;
}

const LANGUAGES: readonly LanguageChoice[] = ['auto', 'ckb', 'en'];
const DEFAULT_TOP = 10;

/**
 * Runs one command line (without `node` and the script's name) and resolves to its exit code: 0 done, 1 failed, 2 wrong use or wrong
 * settings. A failure is one sentence on the error stream; only a fault of ours has a name in front and is worth a report.
 */
export async function runProgram(argv: readonly string[], parts: ProgramParts): Promise<number> {
  let exitCode = 0;
  const program = createProgram(parts, (code) => (exitCode = code));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return reportFailure(error, parts.streams);
  }
}

async function reportFailure(error: unknown, { errors }: Streams): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isClosedPipe(error)) return 0;
  const isOurs = error instanceof PirsyarError;
  const message = messageOf(error);
  await write(errors, `${isOurs ? '' : 'Unexpected failure: '}${message}\n`);
  return error instanceof UsageError || error instanceof SettingsError ? 2 : 1;
}

/** The reader at the other end has seen enough (`… | head`): no failure. */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

function createProgram(parts: ProgramParts, finish: (exitCode: number) => void): Command {
  const { streams, services, version } = parts;
  const program = new Command('pirsyar')
    .description(
      'Answers questions about official documents in Sorani Kurdish, with the sentence that proves each answer.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.output.write(text),
      writeErr: (text) => streams.errors.write(text),
    })
    .helpCommand(false)
    .showHelpAfterError('(pirsyar --help lists the commands.)');

  program
    .command('start')
    .description('run the Telegram bot; without TELEGRAM_BOT_TOKEN, chat in the terminal')
    .action(async () => finish(await services().startBot()));
  program
    .command('repl')
    .description('chat in the terminal')
    .action(async () => finish(await services().startRepl()));
  addQuestionOptions(
    program
      .command('ask')
      .description('answer a question')
      .addArgument(new Argument('[QUESTION]', 'read from a pipe if left out'))
      .addOption(
        new Option('--language <language>', "the answer's language")
          .choices(LANGUAGES)
          .default('auto'),
      ),
  ).action(async (question: string | undefined, options: AskOptions) =>
    finish(await ask(question, options, indexOpener(services()), streams)),
  );
  addQuestionOptions(
    program
      .command('search')
      .description('list the passages for a query, best first')
      .addArgument(new Argument('[QUERY]', 'read from a pipe if left out'))
      .addOption(new Option('--top <K>', 'how many').argParser(parseCount).default(DEFAULT_TOP)),
  ).action(async (query: string | undefined, options: SearchCommandOptions) =>
    finish(await searchCommand(query, options, indexOpener(services()), streams)),
  );
  addQuestionOptions(
    program
      .command('check-quote')
      .description('did they really say this? compare a text with the documents')
      .addArgument(new Argument('[TEXT]', 'read from a pipe if left out')),
  ).action(async (text: string | undefined, options: CheckQuoteOptions) =>
    finish(await checkQuote(text, options, indexOpener(services()), streams)),
  );
  program
    .command('index')
    .description('build the index anew where the documents have changed')
    .option('--force', 'even where they have not')
    .option('--accept', 'even where the new one answers worse')
    .option('--json', 'print JSON')
    .action(async (options: IndexOptions) =>
      finish(await indexCommand(options, services(), streams)),
    );
  program
    .command('rollback')
    .description('serve an earlier index again, until the documents change')
    .option('--to <name>', 'this one; default: the one before')
    .option('--json', 'print JSON')
    .action(async (options: RollbackOptions) =>
      finish(await rollbackCommand(options, services(), streams)),
    );
  program
    .command('snapshots')
    .description('list the indexes that are kept, the newest first')
    .option('--json', 'print JSON')
    .action(async (options: { json?: true }) =>
      finish(await snapshotsCommand(options, services(), streams)),
    );
  program
    .command('evaluate')
    .description('score the answers to a set of questions, and the search across languages')
    .option('--questions <file>', 'JSON lines; default: the bundled sets')
    .option('--documents <folder>', 'the documents they are about')
    .option('--bitext <file>', 'English and Sorani sentences, tab-separated; alone, nothing else')
    .option('--json', 'print JSON')
    .action(async (options: EvaluateOptions) =>
      finish(await evaluateCommand(options, services(), streams)),
    );
  addDocumentsCommands(program, parts, finish);
  addInsightCommands(program, parts, finish);
  program
    .command('doctor')
    .description('check settings, index, data, Telegram and model')
    .option('--json', 'print JSON')
    .action(async (options: { json?: true }) =>
      finish(await doctorCommand(options, services, streams)),
    );
  return program;
}

/** Opens the index when it is first needed; the settings have been read by then. */
function indexOpener(services: Services): () => Promise<OpenIndex> {
  return () => services.openIndex();
}

function addQuestionOptions(command: Command): Command {
  return command
    .option('--json', 'print JSON')
    .option('--document <id>', 'only this document')
    .option('--batch <file>', 'answer each JSON line of a file, or of standard input with -');
}
