import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What is pointed at, or has the focus, and all that belongs with it. */
export interface Lit {
  readonly id: string | undefined;
  readonly all: ReadonlySet<string>;
}

export const NOTHING_LIT: Lit = { id: undefined, all: new Set() };

export const createLitStore = (): StoreApi<Lit> => createStore<Lit>(() => NOTHING_LIT);

export const LitContext = createContext<StoreApi<Lit>>(createLitStore());

export const useIsLit = (id: string): boolean => useStore(use(LitContext), ({ all }) => all.has(id));
