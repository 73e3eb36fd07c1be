import type { PreviewRequest } from '../../world/queries/queries.ts';
import { AddressError, formatAddress, parseAddress } from './address.ts';
import type { PageFailure } from './frame-protocol.ts';
import type { FrameEvent } from './preview-frame.tsx';
import { correct, NOWHERE, step, visit, type Navigation } from './navigation.ts';

export interface BrowserState {
  readonly phase: 'blank' | 'loading' | 'shown' | 'failed';
  readonly navigation: Navigation<PreviewRequest>;
  /** What the frame was asked to show; `visit` counts the askings, each in a frame of its own. */
  readonly request: PreviewRequest | undefined;
  readonly visit: number;
  /** The text of the address bar. */
  readonly typed: string;
  readonly message: string;
  /** Why no page came, where the network is why, and of which host. */
  readonly failure?: { readonly kind: PageFailure; readonly host: string };
  /** Of the page that shows. */
  readonly title: string;
}

export type BrowserAction =
  | { type: 'go'; typed: string }
  | { type: 'typed'; text: string }
  | { type: 'step'; by: -1 | 1 }
  | { type: 'reload' }
  | Exclude<FrameEvent, { type: 'outside' }>;

export const BLANK: BrowserState = {
  phase: 'blank',
  navigation: NOWHERE,
  request: undefined,
  visit: 0,
  typed: '',
  message: '',
  title: '',
};

/** The browser panel after what the learner or the page in it did. */
export function browse(state: BrowserState, action: BrowserAction): BrowserState {
  switch (action.type) {
    case 'typed':
      return { ...state, typed: action.text };
    case 'go':
      return goTo(state, action.typed);
    case 'navigate':
      return show(state, visit(state.navigation, action.request));
    case 'step':
      return show(state, step(state.navigation, action.by));
    case 'reload':
      return show(state, state.navigation);
    case 'failed':
      return failed(state, action);
    case 'shown':
      return { ...located(state, action.host, action.target), phase: 'shown', title: action.title };
    case 'located':
      return located(state, action.host, action.target);
  }
}

function goTo(state: BrowserState, typed: string): BrowserState {
  try {
    return show(state, visit(state.navigation, { method: 'GET', headers: [], ...parseAddress(typed) }));
  } catch (error) {
    if (!(error instanceof AddressError)) throw error;
    return { ...failed(state, { message: error.message }), typed };
  }
}

function show(state: BrowserState, navigation: Navigation<PreviewRequest>): BrowserState {
  const request = navigation.entries[navigation.index];
  if (!request) return state;
  return {
    phase: 'loading',
    navigation,
    request,
    visit: state.visit + 1,
    typed: formatAddress(request),
    message: '',
    title: '',
  };
}

function failed(
  { failure: before, ...state }: BrowserState,
  { message, failure: kind, host = '' }: { message: string; failure?: PageFailure; host?: string },
): BrowserState {
  void before;
  return { ...state, phase: 'failed', title: '', message, ...(kind ? { failure: { kind, host } } : {}) };
}

/** Going back to a page leads to where it really was; a form that was sent is not sent again. */
function located(state: BrowserState, host: string, target: string): BrowserState {
  const navigation = correct(state.navigation, { method: 'GET', headers: [], host, target });
  // What somebody types meanwhile is theirs.
  const before = state.navigation.entries[state.navigation.index];
  const isTyping = before !== undefined && state.typed !== formatAddress(before);
  return { ...state, navigation, typed: isTyping ? state.typed : formatAddress({ host, target }) };
}
