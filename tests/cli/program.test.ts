import { describe, expect, it } from 'vitest';

import { runProgram } from '../../src/cli/program.ts';
import type { Services } from '../../src/cli/services.ts';
import { PirsyarError, SettingsError, UsageError } from '../../src/errors.ts';
import type { ReleaseOutcome, RollbackOutcome, SnapshotInfo } from '../../src/release/release.ts';
import { memoryStreams } from '../support/memory-streams.ts';
import { UNUSED_SERVICES } from '../support/unused-services.ts';

/** Services of which only those named may be used. */
function services(some: Partial<Services>): () => Services {
  return () => ({
    ...UNUSED_SERVICES,
    ...some,
  });
}

interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(
  commandLine: readonly string[],
  some: Partial<Services> = {},
  input = '',
): Promise<Ran> {
  const streams = memoryStreams([input]);
  const exitCode = await runProgram(commandLine, {
    version: '1.2.3',
    streams,
    services: services(some),
  });
  return { exitCode, ...streams.written() };
}

const COMMANDS = ['start', 'repl', 'ask', 'search', 'check-quote', 'index', 'evaluate', 'doctor'];

describe.each(COMMANDS)('%s', (command) => {
  it('has help and the version beside it', async () => {
    const help = await run([command, '--help']);
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    expect(help.stdout).toContain(`Usage: pirsyar ${command}`);
    expect(await run([command, '--version'])).toEqual({
      exitCode: 0,
      stdout: '1.2.3\n',
      stderr: '',
    });
  });
});

describe('wrong use', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['answer']],
    ['an unknown command that looks like a question', ['کێ بوو؟']],
    ['an unknown option', ['ask', '--jsn', 'x']],
    ['an unknown option before a command', ['--json', 'ask', 'x']],
    ['a question that begins with - without --', ['ask', '-x']],
    ['two questions', ['ask', 'one', 'two']],
    ['two questions behind --', ['ask', '--', 'one', '--two']],
    ['an argument where none belongs', ['index', 'x']],
    ['an unknown language', ['ask', '--language', 'ku', 'x']],
    ['an option without its value', ['ask', 'x', '--document']],
    ['no hits', ['search', '--top', '0', 'x']],
    ['a negative number of hits', ['search', '--top', '-1', 'x']],
    ['hits that are no whole number', ['search', '--top', '1.5', 'x']],
    ['hits that are no plain number', ['search', '--top', '1e2', 'x']],
    ['an empty question', ['ask', '']],
    ['a blank query', ['search', ' \n']],
    ['a question of 10,001 letters', ['ask', 'پ'.repeat(10_001)]],
    ['an empty pipe', ['search', '--json']],
  ])('%s ends with 2 before anything is opened', async (_, commandLine) => {
    const { exitCode, stdout, stderr } = await run(commandLine);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/\S/u);
    expect(stderr).not.toMatch(/must not be reached|^\s+at /mu);
  });

  it.each([
    ['an empty argument', ['ask', ''], ''],
    ['a blank argument', ['ask', '--json', ' \t\n\u00A0 '], ''],
    ['an empty pipe', ['ask', '--json'], ''],
    ['a blank pipe', ['ask'], ' \r\n \n'],
    ['a long argument', ['ask', 'x'.repeat(100_000)], ''],
    ['a long question in a pipe', ['ask', '--json'], 'پ'.repeat(100_000)],
    ['a long query in a pipe', ['search', '--json'], 'پ'.repeat(100_000)],
  ])('%s is said in one sentence', async (_, commandLine, input) => {
    const { exitCode, stdout, stderr } = await run(commandLine, {}, input);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^The (?:question|query) [^\n]*\.\n$/u);
    expect(stderr).not.toContain('x'.repeat(100));
  });

  it('of a terminal without a question says how to give one', async () => {
    const streams = memoryStreams([], { isTTY: true });
    const parts = { version: '1', streams, services: services({}) };
    expect(await runProgram(['ask'], parts)).toBe(2);
    expect(streams.written().stderr).toBe(
      'No question: give it as an argument or through a pipe.\n',
    );
  });
});

describe('a failure', () => {
  it.each([
    ['expected', new PirsyarError('Set X.'), 1, 'Set X.\n'],
    ['of use', new UsageError('No such thing.'), 2, 'No such thing.\n'],
    ['of settings', new SettingsError('Wrong setting: X.'), 2, 'Wrong setting: X.\n'],
    ['of ours', new TypeError('x is undefined'), 1, 'Unexpected failure: x is undefined\n'],
    ['that is no error', 'oops', 1, 'Unexpected failure: oops\n'],
    ['by a closed pipe', Object.assign(new Error('write'), { code: 'EPIPE' }), 0, ''],
  ])('%s is said in one line with its exit code', async (_, failure, exitCode, stderr) => {
    const startBot = (): Promise<number> => Promise.reject(failure);
    expect(await run(['start'], { startBot })).toEqual({ exitCode, stdout: '', stderr });
  });
});

describe('start and repl', () => {
  it('end with the exit code of what they started', async () => {
    expect(await run(['start'], { startBot: async () => 0 })).toMatchObject({ exitCode: 0 });
    expect(await run(['repl'], { startRepl: async () => 3 })).toMatchObject({ exitCode: 3 });
  });
});

describe('index', () => {
  const report = {
    documents: 2,
    passages: 9,
    added: 1,
    changed: 0,
    removed: 0,
    unchanged: 1,
    failed: [],
    elapsedMs: 12.3,
  };
  const failed = [{ document: 'bad', reason: 'it is empty' }];
  const unchanged = { status: 'unchanged', snapshot: 's', report } as const;
  const updateIndex: Services['updateIndex'] = async () => unchanged;
  const checks = {
    problems: [{ kind: 'vectors', asked: 50, found: 3 } as const],
    probe: { asked: 9, found: 8 },
    gold: [
      { document: 'statement', questions: 50, before: 0.9, now: 0.82, leftOut: 0 },
      { document: 'other', questions: 4, before: 0.5, now: 0.5, leftOut: 1 },
    ],
  };

  it('prints the report as JSON or as a sentence', async () => {
    const json = await run(['index', '--json'], { updateIndex });
    expect(json).toEqual({ exitCode: 0, stdout: `${JSON.stringify(report)}\n`, stderr: '' });
    expect(await run(['index'], { updateIndex })).toEqual({
      exitCode: 0,
      stdout: '2 documents, 9 passages: 1 added, 0 changed, 0 removed, 1 unchanged (12 ms).\n',
      stderr: '',
    });
  });

  it('names what failed and ends with 1; what is asked for is passed on', async () => {
    const asked: object[] = [];
    const updateWithFailure: Services['updateIndex'] = async (options) => {
      asked.push(options);
      return { ...unchanged, report: { ...report, failed } };
    };
    const { exitCode, stderr } = await run(['index', '--force'], {
      updateIndex: updateWithFailure,
    });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: 'Document "bad" is left out: it is empty.\n',
    });
    await run(['index', '--accept'], { updateIndex: updateWithFailure });
    expect(asked).toMatchObject([
      { force: true, accept: false },
      { force: false, accept: true },
    ]);
  });

  it.each<[what: string, outcome: ReleaseOutcome, said: string]>([
    [
      'that is worse, with the figures and what to do',
      { status: 'held', snapshot: 's', report, checks },
      'The new index was built but doesn\'t serve: of the 50 questions that check "statement" it answers 41 rightly where the old one answers 45; only 3 of 50 passages are found by their own vectors. The old one serves on; `pirsyar index --accept` takes the new one all the same.\n',
    ],
    [
      'that somebody else builds',
      { status: 'busy', by: null, since: 0 },
      'Another process is still building: try again when it is done.\n',
    ],
    [
      'that failed',
      { status: 'failed', cause: 'disk-full', message: 'The disk is full.' },
      'The disk is full.\n',
    ],
    [
      'that was cancelled',
      { status: 'cancelled' },
      'The build was cancelled; the old index serves on.\n',
    ],
  ])('ends with 1 for a build %s', async (_, outcome, stderr) => {
    const ran = await run(['index', '--json'], { updateIndex: async () => outcome });
    expect(ran).toEqual({ exitCode: 1, stdout: '', stderr });
  });
});

describe('rollback and snapshots', () => {
  const older = { name: 'a', builtAt: 0, documents: 2, passages: 9, serving: true };
  const newer = { name: 'b', builtAt: 1000, documents: 3, passages: 10, serving: false };
  const told = 'a: 2 documents, 9 passages, built 1970-01-01T00:00:00.000Z, serving\n';

  it('says which snapshot serves now', async () => {
    const named: (string | undefined)[] = [];
    const rollback: Services['rollback'] = async (to) => {
      named.push(to);
      return { status: 'swapped', snapshot: older };
    };
    expect(await run(['rollback'], { rollback })).toEqual({
      exitCode: 0,
      stdout: told,
      stderr: '',
    });
    const json = await run(['rollback', '--json', '--to', 'a'], { rollback });
    expect(json.stdout).toBe(`${JSON.stringify(older)}\n`);
    expect(named).toEqual([undefined, 'a']);
  });

  it.each<[outcome: RollbackOutcome, said: string]>([
    [{ status: 'nothing-older' }, 'There is no earlier index to go back to.\n'],
    [{ status: 'failed', message: 'It is damaged.' }, 'It is damaged.\n'],
  ])('ends with 1 where that can’t be: %j', async (outcome, stderr) => {
    const ran = await run(['rollback'], { rollback: async () => outcome });
    expect(ran).toEqual({ exitCode: 1, stdout: '', stderr });
  });

  it('lists what is kept', async () => {
    const snapshots = async (): Promise<SnapshotInfo[]> => [newer, older];
    const text = await run(['snapshots'], { snapshots });
    expect(text.stdout).toBe(
      `b: 3 documents, 10 passages, built 1970-01-01T00:00:01.000Z\n${told}`,
    );
    const json = await run(['snapshots', '--json'], { snapshots });
    expect(json.stdout).toBe(`${JSON.stringify([newer, older])}\n`);
    const none = await run(['snapshots'], { snapshots: async () => [] });
    expect(none).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });
});

describe('doctor', () => {
  const ok = { name: 'data', status: 'ok', detail: 'fine' } as const;
  const absent = { name: 'telegram', status: 'not configured', detail: 'no token' } as const;
  const failed = { name: 'index', status: 'failed', detail: 'mend it' } as const;

  it.each([
    ['what is not configured is no failure', [ok, absent], 0],
    ['a failed check ends with 1', [ok, failed, absent], 1],
  ])('%s', async (_, checks, exitCode) => {
    const diagnose = async (): Promise<typeof checks> => checks;
    expect(await run(['doctor', '--json'], { diagnose })).toEqual({
      exitCode,
      stdout: `${JSON.stringify({ checks })}\n`,
      stderr: '',
    });
    const { stdout } = await run(['doctor'], { diagnose });
    expect(stdout.split('\n')).toHaveLength(checks.length + 1);
    for (const { name, status, detail } of checks) {
      expect(stdout).toMatch(new RegExp(`^${name} +${status} +${detail}$`, 'mu'));
    }
  });

  it('reports wrong settings as a failed check and ends with 2', async () => {
    const streams = memoryStreams();
    const exitCode = await runProgram(['doctor', '--json'], {
      version: '1',
      streams,
      services: () => {
        throw new SettingsError('Wrong setting: X.');
      },
    });
    const checks = [{ name: 'settings', status: 'failed', detail: 'Wrong setting: X.' }];
    expect({ exitCode, ...streams.written() }).toEqual({
      exitCode: 2,
      stdout: `${JSON.stringify({ checks })}\n`,
      stderr: '',
    });
  });
});
