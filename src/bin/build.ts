// The process that builds an index beside a running bot. It is told everything through its channel, writes nothing on standard output,
// and reads no settings of its own.
import { createReleaseParts } from '../app.ts';
import type { AppParts } from '../app.ts';
import { serveAsBuilder } from '../release/builder.ts';

serveAsBuilder((setup: Omit<AppParts, 'log'>, log) => createReleaseParts({ ...setup, log }));
