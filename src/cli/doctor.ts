import { SettingsError } from '../errors.ts';
import { write } from '../streams.ts';
import type { Streams } from '../streams.ts';
import type { Check, Services } from './services.ts';

/**
 * Prints how everything stands. Resolves to the exit code: 1 where a check failed, 2 where the settings are wrong and
 * nothing else could be looked at.
 */
export async function doctorCommand(
  { json }: { json?: true },
  services: () => Pick<Services, 'diagnose'>,
  { output }: Streams,
): Promise<number> {
  const checks = await look(services);
  await write(output, json === true ? `${JSON.stringify({ checks })}\n` : format(checks));
  const failed = checks.filter(({ status }) => status === 'failed');
  if (failed.some(({ name }) => name === 'settings')) return 2;
  return failed.length === 0 ? 0 : 1;
}

async function look(services: () => Pick<Services, 'diagnose'>): Promise<readonly Check[]> {
  try {
    return await services().diagnose();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return [{ name: 'settings', status: 'failed', detail: error.message }];
  }
}

function format(checks: readonly Check[]): string {
  return checks
    .map(({ name, status, detail }) => `${name.padEnd(9)} ${status.padEnd(15)} ${detail}\n`)
    .join('');
}
