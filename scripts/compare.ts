/**
 * Our retriever beside others, over the same passages and questions, in one run.
 *
 *     npm run compare -- [--questions FILE --documents DIR] [--bitext FILE] [--json FILE] [--chart FILE.svg]
 *
 * Without options on the bundled questions about the statement. Prints a table; exit codes as of the command line: 1 failed, 2
 * wrong use.
 */
import { runComparison } from './compare-command.ts';

process.exitCode = await runComparison(process.argv.slice(2), {
  output: process.stdout,
  errors: process.stderr,
});
