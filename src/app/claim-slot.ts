/** Where a tab's world is saved: the first tab's, or one of its own for each further tab, so that two tabs never write over each other. */
export const FIRST_SLOT = 'drydock';

/** A page that is being reloaded holds its slot a moment longer. */
const WAIT_MS = 600;
const MOST_TABS = 20;

/** Holds the first free slot for as long as the page lives. Without locks (an old browser, plain http) every tab takes the first. */
export async function claimSlot(locks: Pick<LockManager, 'request'> | undefined): Promise<string> {
  if (!locks) return FIRST_SLOT;
  for (let tab = 1; tab <= MOST_TABS; tab += 1) {
    const slot = tab === 1 ? FIRST_SLOT : `${FIRST_SLOT}-${tab}`;
    if (await hold(locks, slot)) return slot;
  }
  return FIRST_SLOT;
}

function hold(locks: Pick<LockManager, 'request'>, slot: string): Promise<boolean> {
  return new Promise((resolve) => {
    const held = (): Promise<never> => {
      resolve(true);
      return new Promise(() => undefined);
    };
    locks.request(slot, { signal: AbortSignal.timeout(WAIT_MS) }, held).catch(() => resolve(false));
  });
}
