import { createStore, type StoreApi } from 'zustand/vanilla';

export type Theme = 'light' | 'dark' | 'system';

/** What the learner set once for this browser; kept in its local storage, not with the world. */
export interface Settings {
  readonly theme: Theme;
  readonly terminalFontSize: number;
  /** Larger type and stronger lines, for a room. */
  readonly projector: boolean;
  /** Nothing moves by itself; the system can ask for it too. */
  readonly lessMotion: boolean;
  /** The tour was taken or skipped. */
  readonly toured: boolean;
  /** The terminal's lines as text for screen readers. */
  readonly screenReader: boolean;
  /** Tab completes in the terminal. */
  readonly completion: boolean;
  /** The last command is explained under the terminal. */
  readonly explain: boolean;
  /** The browser panel loads a page again when a file is saved that its container mounts. */
  readonly autoReload: boolean;
  /** How the world shows: `auto` is as a picture where there is room for one. */
  readonly worldView: 'auto' | 'picture' | 'list';
  /** Misconceptions that are not to be noticed any more, by id. */
  readonly unnoticed: readonly string[];
}

export type SettingsStore = StoreApi<Settings>;

/** Also read by `public/theme.js`, before anything is drawn. */
const SETTINGS_KEY = 'drydock.settings';

const DEFAULTS: Settings = {
  theme: 'system',
  terminalFontSize: 14,
  projector: false,
  lessMotion: false,
  toured: false,
  screenReader: false,
  completion: true,
  explain: false,
  autoReload: true,
  worldView: 'auto',
  unnoticed: [],
};

/** Settings out of stored text; what is missing or senseless takes its default. */
export function parseSettings(text: string | null): Settings {
  const stored = parseObject(text);
  const { theme, terminalFontSize: size, projector, screenReader, completion } = stored;
  const { explain, autoReload, worldView, unnoticed } = stored;
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : DEFAULTS.theme,
    terminalFontSize: typeof size === 'number' && size >= 8 && size <= 40 ? size : DEFAULTS.terminalFontSize,
    projector: projector === true,
    lessMotion: stored.lessMotion === true,
    toured: stored.toured === true,
    screenReader: screenReader === true,
    completion: completion !== false,
    explain: explain === true,
    autoReload: autoReload !== false,
    worldView: worldView === 'picture' || worldView === 'list' ? worldView : DEFAULTS.worldView,
    unnoticed: Array.isArray(unnoticed) ? unnoticed.filter((id) => typeof id === 'string') : [],
  };
}

function parseObject(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Reads the settings and keeps them; a browser without storage just forgets them. */
export function createSettingsStore(
  storage: Pick<globalThis.Storage, 'getItem' | 'setItem'> | undefined,
): SettingsStore {
  const store = createStore<Settings>(() => parseSettings(readItem(storage)));
  store.subscribe((settings) => {
    try {
      storage?.setItem(SETTINGS_KEY, JSON.stringify(settings));
    } catch {
      // Full or forbidden: the settings then last as long as the page.
    }
  });
  return store;
}

function readItem(storage: Pick<globalThis.Storage, 'getItem'> | undefined): string | null {
  try {
    return storage?.getItem(SETTINGS_KEY) ?? null;
  } catch {
    return null;
  }
}
