import { describe, expect, it } from 'vitest';

import type { LogLevel } from '../src/config.ts';
import { createTerminalLog } from '../src/logs.ts';
import { memoryStreams } from './support/memory-streams.ts';

describe('createTerminalLog', () => {
  it.each([
    ['trace', 'debug info warn error'],
    ['debug', 'debug info warn error'],
    ['info', 'info warn error'],
    ['warn', 'warn error'],
    ['error', 'error'],
    ['fatal', ''],
    ['silent', ''],
  ] as const satisfies readonly (readonly [LogLevel, string])[])(
    'at level %s writes: %s, one sentence a line',
    (level, expected) => {
      const streams = memoryStreams();
      const log = createTerminalLog(level, streams.errors);
      log.debug('debug');
      log.info('info', { documents: 3 });
      log.warn('warn');
      log.error('error');
      expect(streams.written().stderr).toBe(
        expected === '' ? '' : `${expected.replaceAll(' ', '\n')}\n`,
      );
    },
  );
});
