import type { Writable } from 'node:stream';

import type { LogLevel } from './config.ts';
import type { Log, LogFields } from './log.ts';

const SEVERITY: Readonly<Record<LogLevel, number>> = {
  trace: 10,
  debug: 20,
  info: 30,
  warn: 40,
  error: 50,
  fatal: 60,
  silent: Infinity,
};

/** A log for people: one sentence a line, on the error stream of a command. */
export function createTerminalLog(level: LogLevel, stream: Writable): Log {
  const line = (severity: LogLevel) => (message: string) => {
    if (SEVERITY[severity] >= SEVERITY[level]) stream.write(`${message}\n`);
  };
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

/** A log for machines: one JSON object a line on standard error, by pino. */
export async function createServiceLog(level: LogLevel): Promise<Log> {
  const { pino } = await import('pino');
  const logger = pino({ level }, pino.destination({ fd: 2, sync: true }));
  const line =
    (severity: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}) =>
      logger[severity](fields, message);
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

/** A log that also counts what it logs as errors. */
export function countErrors(log: Log): { readonly log: Log; readonly errors: () => number } {
  let count = 0;
  return {
    log: {
      ...log,
      error(message, fields) {
        count += 1;
        log.error(message, fields);
      },
    },
    errors: () => count,
  };
}
