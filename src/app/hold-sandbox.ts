import type { Sandbox, SandboxHolder } from '../state/sandboxes.ts';
import { FIRST_SANDBOX } from '../state/sandboxes.ts';

/** A page that is being reloaded holds its sandbox a moment longer. */
const WAIT_MS = 600;
/** So long a tab has to save before its sandbox is taken from it. */
const GIVE_MS = 4000;
const SAVE_MS = 2000;
const KEY = 'drydock.sandbox';

type Locks = Pick<LockManager, 'request'>;
type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener'>;
type TextStorage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** What tabs say to each other. */
interface Call {
  readonly kind: 'give' | 'save' | 'saved';
  readonly id: string;
}

export interface HoldOptions {
  /** Undefined in old browsers and over plain http: every tab then has what it asks for, and the storage itself refuses the older one. */
  readonly locks: Locks | undefined;
  readonly channel: Channel | undefined;
  /** Of this tab, and of the browser. */
  readonly remembered: readonly (TextStorage | undefined)[];
}

/** Keeps sandboxes for this tab by the browser's locks, which end with it whatever happens. */
export function createHolder({ locks, channel, remembered }: HoldOptions): SandboxHolder {
  const held = new Map<string, () => void>();
  let events: Parameters<SandboxHolder['listen']>[0] = {
    save: () => Promise.resolve(),
    lost: () => undefined,
  };

  const request = (id: string, options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      let release: (() => void) | undefined;
      const granted = (lock: unknown): Promise<void> =>
        new Promise((done) => {
          if (lock === null) {
            resolve(false);
            return done();
          }
          release = done;
          held.set(id, done);
          resolve(true);
        });
      locks?.request(`sandbox ${id}`, options, granted).catch(() => {
        resolve(false);
        // It was stolen.
        if (release && held.get(id) === release) lose(id);
      });
    });
  const lose = (id: string): void => {
    const release = held.get(id);
    held.delete(id);
    events.lost(id);
    release?.();
  };
  const say = (kind: Call['kind'], id: string): void => channel?.postMessage({ kind, id } satisfies Call);

  channel?.addEventListener('message', ({ data }: MessageEvent<Call>) => {
    const { kind, id } = data;
    const release = held.get(id);
    if (!release || kind === 'saved') return;
    void events.save().finally(() => {
      if (kind === 'save') say('saved', id);
      // It may have been stolen meanwhile, and taken back.
      else if (held.get(id) === release) lose(id);
    });
  });

  return {
    listen: (given) => {
      events = given;
    },
    hold: async (id, take) => {
      if (!locks || held.has(id)) return true;
      if (await request(id, { signal: AbortSignal.timeout(WAIT_MS) })) return true;
      // On a busy machine the time can be over before the browser's answer is heard: whether somebody has it, it says without a clock.
      if (await request(id, { ifAvailable: true })) return true;
      if (!take) return false;
      say('give', id);
      if (await request(id, { signal: AbortSignal.timeout(GIVE_MS) })) return true;
      return request(id, { steal: true });
    },
    release: (id) => {
      const release = held.get(id);
      held.delete(id);
      release?.();
    },
    askToSave: (id) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          channel?.removeEventListener('message', hear);
          resolve();
        };
        const hear = ({ data }: MessageEvent<Call>): void => {
          if (data.kind === 'saved' && data.id === id) done();
        };
        const timer = setTimeout(done, SAVE_MS);
        channel?.addEventListener('message', hear);
        say('save', id);
        if (!channel) done();
      }),
    remember: ({ id, name }) => {
      for (const storage of remembered) write(storage, JSON.stringify({ id, name }));
    },
  };
}

/** The sandbox this tab had before a reload, else the one that was used last. */
export function lastSandbox(remembered: HoldOptions['remembered']): Sandbox {
  for (const storage of remembered) {
    const found = parse(read(storage));
    if (found) return found;
  }
  return FIRST_SANDBOX;
}

function parse(text: string | null): Sandbox | undefined {
  try {
    const { id, name } = JSON.parse(text ?? '{}') as Partial<Sandbox>;
    return typeof id === 'string' && /^drydock(-[0-9a-f]+)?$/.test(id) && typeof name === 'string'
      ? { id, name }
      : undefined;
  } catch {
    return undefined;
  }
}

function read(storage: TextStorage | undefined): string | null {
  try {
    return storage?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
}

function write(storage: TextStorage | undefined, text: string): void {
  try {
    storage?.setItem(KEY, text);
  } catch {
    // Full or forbidden: the next tab then begins with the first sandbox.
  }
}
