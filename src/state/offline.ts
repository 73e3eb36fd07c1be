import { createStore, type StoreApi } from 'zustand/vanilla';

/** Whether Drydock works without a network in this browser. */
export interface Offline {
  /** `unavailable`: the browser keeps nothing for this page (a private window, an old browser, no https). */
  readonly shell: 'unavailable' | 'loading' | 'kept';
  /** How far keeping everything has come; undefined until it is asked for. */
  readonly all: { readonly done: number; readonly of: number; readonly failed?: true } | undefined;
  /** Set by the page where there is a service worker. */
  readonly keepAll: (() => void) | undefined;
  /** Begins with a newer version that is there; undefined where there is none. */
  readonly update: (() => void) | undefined;
}

export type OfflineStore = StoreApi<Offline>;

export const createOfflineStore = (): OfflineStore =>
  createStore<Offline>(() => ({
    shell: 'unavailable',
    all: undefined,
    keepAll: undefined,
    update: undefined,
  }));

/** What is told of it, in the learner's words. */
export function offlineText({ shell, all }: Pick<Offline, 'shell' | 'all'>): string {
  if (shell === 'unavailable')
    return 'This browser keeps no copy of Drydock here, so the page needs the network to open.';
  if (all?.failed) return 'Some files could not be fetched. Try again once the network is there.';
  if (all && all.done < all.of) return `Keeping file ${all.done + 1} of ${all.of} …`;
  if (all) return 'Everything is kept: all of Drydock works without a network.';
  if (shell === 'loading') return 'Keeping what the page needs to open without a network …';
  return 'Drydock opens without a network. The editor, languages and databases are kept once you have used them.';
}
