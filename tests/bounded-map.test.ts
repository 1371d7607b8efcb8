import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createBoundedMap } from '../src/bounded-map.ts';

it('keeps just the entries used last', () => {
  const step = fc.record({ key: fc.nat(9), write: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step), fc.integer({ min: 1, max: 5 }), (steps, capacity) => {
      const map = createBoundedMap<number, number>(capacity);
      let usedLast: number[] = [];
      for (const { key, write } of steps) {
        if (write) map.set(key, key);
        expect(map.get(key)).toBe(write || usedLast.includes(key) ? key : undefined);
        if (write || usedLast.includes(key)) {
          usedLast = [key, ...usedLast.filter((other) => other !== key)].slice(0, capacity);
        }
      }
      expect(map.size).toBe(usedLast.length);
    }),
  );
});
