import { describe, expect, it } from 'vitest';
import { claimSlot } from './claim-slot.ts';

/** Locks that are held for good, as those of open tabs are. */
function createLocks(): Pick<LockManager, 'request'> {
  const held = new Set<string>();
  const request = (
    name: string,
    { signal }: { signal: AbortSignal },
    callback: () => Promise<never>,
  ): Promise<never> => {
    if (held.has(name)) {
      return new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    }
    held.add(name);
    return callback();
  };
  return { request: request as unknown as LockManager['request'] };
}

describe('claimSlot', () => {
  it('gives each tab a slot of its own', async () => {
    const locks = createLocks();
    expect(await claimSlot(locks)).toBe('drydock');
    expect(await claimSlot(locks)).toBe('drydock-2');
  });

  it('does without locks', async () => {
    expect(await claimSlot(undefined)).toBe('drydock');
  });
});
