import { describe, expect, it } from 'vitest';
import { migrated, MIGRATIONS, SAVE_VERSION } from './save-format.ts';

describe('the format of what is saved', () => {
  it('has a way from each version there was to this one', () => {
    for (let version = 1; version < SAVE_VERSION; version += 1)
      expect(MIGRATIONS[version]).toBeTypeOf('function');
    expect(migrated({ version: 1, seed: 7, lesson: '01-a/01-b' })).toEqual({
      version: SAVE_VERSION,
      seed: 7,
      journal: [],
    });
    const lesson = { id: '01-a/01-b', progress: {} };
    expect(migrated({ version: 1, lesson })).toMatchObject({ lesson });
    const now = { version: SAVE_VERSION };
    expect(migrated(now)).toBe(now);
  });

  it('goes one version at a time', () => {
    const steps = { 1: () => ({ from: 1 }), 2: (before: object) => ({ ...before, also: 2 }) };
    expect(migrated({ version: 1 }, steps, 3)).toEqual({ version: 3, from: 1, also: 2 });
  });

  it('says what is no saved machine, and what a newer Drydock saved', () => {
    expect(() => migrated({ version: SAVE_VERSION + 1 })).toThrow('a newer Drydock saved it');
    expect(() => migrated({ version: 'x' })).toThrow('its format is not known (x)');
    expect(() => migrated({})).toThrow('its format is not known (undefined)');
    expect(() => migrated('text')).toThrow('not a saved machine');
  });
});
