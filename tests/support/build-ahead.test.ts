import { expect, it } from 'vitest';

import { createIndexManager } from '../../src/app.ts';
import { buildAhead } from './build-ahead.ts';
import { smallCorpusParts } from './open-pirsyar.ts';

const parts = smallCorpusParts();

it('is the index that the product would build, so that it does not build another', async () => {
  const { documentsDirectory, indexDirectory } = parts.settings;
  await buildAhead(documentsDirectory, indexDirectory);
  const manager = await createIndexManager(parts);
  expect((await manager.inspect()).reason).toBeNull();
  expect((await manager.open()).name).toBe(await manager.store.currentName());
});
