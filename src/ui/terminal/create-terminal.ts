import { FitAddon } from '@xterm/addon-fit';
import { SerializeAddon } from '@xterm/addon-serialize';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { WebLinksAddon } from '@xterm/addon-web-links';
import { Terminal } from '@xterm/xterm';
import { CursorBlink } from './cursor-blink.ts';
import { keyAction } from './key-policy.ts';
import { TERMINAL_FONT } from './terminal-themes.ts';

export interface TerminalParts {
  readonly terminal: Terminal;
  readonly serialize: SerializeAddon;
  /** Fits rows and columns to its element, unless that does not show. */
  fit(): void;
}

/** A terminal drawn into `element`, which must be in the page. */
export function createTerminal(
  element: HTMLElement,
  options: { fontSize: number; openLink: (url: string) => void; find: () => void },
): TerminalParts {
  const terminal = new Terminal({
    allowProposedApi: true,
    cursorInactiveStyle: 'outline',
    fontFamily: TERMINAL_FONT,
    fontSize: options.fontSize,
    lineHeight: 1.25,
    minimumContrastRatio: 4.5,
    scrollback: 5000,
    rightClickSelectsWord: false,
  });
  const fit = new FitAddon();
  const serialize = new SerializeAddon();
  terminal.loadAddon(fit);
  terminal.loadAddon(serialize);
  terminal.loadAddon(new Unicode11Addon());
  terminal.unicode.activeVersion = '11';
  terminal.loadAddon(new WebLinksAddon((_event, url) => options.openLink(url)));
  terminal.open(element);
  terminal.loadAddon(new CursorBlink());
  handleKeys(terminal, options.find);
  handleRightClick(terminal, element);
  return {
    terminal,
    serialize,
    fit: () => {
      if (element.clientWidth > 0 && element.clientHeight > 0) fit.fit();
    },
  };
}

function handleKeys(terminal: Terminal, find: () => void): void {
  terminal.attachCustomKeyEventHandler((event) => {
    const action = keyAction(event, terminal.hasSelection());
    if (action === 'copy' && event.type === 'keydown') {
      event.preventDefault();
      copySelection(terminal);
    }
    if (action === 'find' && event.type === 'keydown') {
      event.preventDefault();
      find();
    }
    return action === 'shell';
  });
}

/** Right click copies what is selected, else pastes, where the browser lets a page read the clipboard; else its own menu opens. */
function handleRightClick(terminal: Terminal, element: HTMLElement): void {
  element.addEventListener('contextmenu', (event) => {
    if (terminal.hasSelection()) {
      event.preventDefault();
      copySelection(terminal);
    } else if (window.isSecureContext && 'readText' in navigator.clipboard) {
      event.preventDefault();
      navigator.clipboard.readText().then(
        (text) => terminal.paste(text),
        () => undefined,
      );
    }
  });
}

/** A page that came over plain HTTP has no clipboard to write to; the browser's own copying then asks the terminal. */
function copySelection(terminal: Terminal): void {
  const clear = (): void => terminal.clearSelection();
  if (window.isSecureContext) void navigator.clipboard.writeText(terminal.getSelection()).then(clear);
  else if (document.execCommand('copy')) clear();
}
