import type { ITheme } from '@xterm/xterm';

/** Colours of the terminal; the backgrounds are those of `--terminal` in tokens.css. */
export const TERMINAL_THEMES: { readonly light: ITheme; readonly dark: ITheme } = {
  light: {
    background: '#fbfcfb',
    foreground: '#1d2b33',
    cursor: '#0d6672',
    cursorAccent: '#fbfcfb',
    selectionBackground: '#c5e0e3',
    black: '#1d2b33',
    red: '#b3261e',
    green: '#24713c',
    yellow: '#8a5a00',
    blue: '#1f5fa8',
    magenta: '#8a3a8f',
    cyan: '#0d6672',
    white: '#5b6870',
    brightBlack: '#64727a',
    brightRed: '#c5352c',
    brightGreen: '#2d7f47',
    brightYellow: '#946300',
    brightBlue: '#2f6fb8',
    brightMagenta: '#9a4a9f',
    brightCyan: '#177784',
    brightWhite: '#1d2b33',
  },
  dark: {
    background: '#0e161b',
    foreground: '#d9e3e6',
    cursor: '#6cc5cf',
    cursorAccent: '#0e161b',
    selectionBackground: '#274a52',
    black: '#5c6b73',
    red: '#f28b82',
    green: '#8fd19e',
    yellow: '#e9c46a',
    blue: '#8ab8f0',
    magenta: '#d9a3dd',
    cyan: '#6cc5cf',
    white: '#d9e3e6',
    brightBlack: '#8796a0',
    brightRed: '#f7a8a1',
    brightGreen: '#aae0b6',
    brightYellow: '#f2d78f',
    brightBlue: '#a9ccf6',
    brightMagenta: '#e7bdea',
    brightCyan: '#93d9e1',
    brightWhite: '#f4f8f9',
  },
};

export const TERMINAL_FONT =
  "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Segoe UI Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace";
