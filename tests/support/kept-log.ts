import type { Log } from '../../src/log.ts';

/** A log that keeps its lines as `level message`, without the debug ones. */
export function keptLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const keep =
    (level: string) =>
    (message: string): void =>
      void lines.push(`${level} ${message}`);
  const log = { debug: () => {}, info: keep('info'), warn: keep('warn'), error: keep('error') };
  return { log, lines };
}
