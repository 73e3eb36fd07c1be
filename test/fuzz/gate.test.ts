import { describe, expect, it } from 'vitest';
import { tryKind } from './kind.ts';
import { KINDS } from './kinds.ts';

const SEED = 20_261_130;

// Few inputs of each kind, always the same; `npm run fuzz` goes on for longer.
describe('hostile input does no harm', () => {
  it.each(KINDS.map((kind) => [kind.name, kind] as const))(
    '%s',
    async (_, kind) => {
      const { find } = await tryKind(kind, { runs: kind.gateRuns, seed: SEED });
      expect(find).toBeUndefined();
    },
    120_000,
  );
});
