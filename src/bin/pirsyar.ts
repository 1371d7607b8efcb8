#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { config } from 'dotenv';

import { runProgram } from '../cli/program.ts';
import { readSettings } from '../config.ts';
import { createServices } from '../services.ts';

const packageDirectory = fileURLToPath(new URL('../..', import.meta.url));
const streams = { input: process.stdin, output: process.stdout, errors: process.stderr };

// A reader that closes the pipe early (`… | head`) has seen enough.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    if (stream === process.stdout) {
      process.stderr.write(`Standard output can't be written (${error.code ?? error.message}).\n`);
    }
    process.exit(1);
  });
}

process.exitCode = await runProgram(process.argv.slice(2), {
  version: readVersion(),
  streams,
  services: () => {
    config({ quiet: true });
    forbidTracing();
    const places = {
      dataDirectory: join(packageDirectory, 'data'),
      workingDirectory: process.cwd(),
    };
    return createServices({
      promptsDirectory: join(packageDirectory, 'prompts'),
      settings: readSettings(process.env, places),
      dataDirectory: places.dataDirectory,
      streams,
      onStop: (stop) => {
        process.once('SIGINT', stop);
        process.once('SIGTERM', stop);
      },
    });
  },
});

function readVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(join(packageDirectory, 'package.json'), 'utf8'),
  );
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest ? String(manifest.version) : 'unknown';
}

/** With these set, LangChain would send every prompt to a third party: a reader's question stays here. */
function forbidTracing(): void {
  for (const name of Object.keys(process.env)) {
    if (/^(?:LANGSMITH|LANGCHAIN)_/u.test(name)) delete process.env[name];
  }
}
