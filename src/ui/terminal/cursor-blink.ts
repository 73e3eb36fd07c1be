import type { ITerminalAddon, Terminal } from '@xterm/xterm';
import { isStill } from '../theme/stillness.ts';

/** So long the cursor shows, and so long it does not. */
export const PHASE_MS = 500;
/** The terminal's element has it while the cursor does not show. */
const OFF = 'cursor-off';

/**
 * The cursor of a terminal that has the focus blinks, by a timer. xterm's own way, an animation of the style sheet, has the browser make sixty frames a
 * second for as long as the page is open; and while it does, Chromium keeps the echo of a key waiting until another frame is made.
 * To be loaded once the terminal is in the page.
 */
export class CursorBlink implements ITerminalAddon {
  #terminal: Terminal | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stops: (() => void)[] = [];

  activate(terminal: Terminal): void {
    this.#terminal = terminal;
    const { textarea } = terminal;
    const moved = terminal.onCursorMove(() => this.#show());
    this.#stops.push(() => moved.dispose());
    for (const event of ['focus', 'blur', 'keydown'] as const) {
      const show = (): void => this.#show();
      textarea?.addEventListener(event, show);
      this.#stops.push(() => textarea?.removeEventListener(event, show));
    }
    this.#show();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** Something happened: the cursor shows, and blinks once nothing does for a while. */
  #show(): void {
    this.#set(false);
    clearTimeout(this.#timer);
    this.#timer = this.#blinks() ? setTimeout(() => this.#turn(true), PHASE_MS) : undefined;
  }

  #turn(isOff: boolean): void {
    this.#set(isOff && this.#blinks());
    this.#timer = this.#blinks() ? setTimeout(() => this.#turn(!isOff), PHASE_MS) : undefined;
  }

  /** Not in a window in the background, whose active element stays what it was. */
  #blinks(): boolean {
    return this.#terminal?.textarea === document.activeElement && document.hasFocus() && !isStill();
  }

  /** Nothing is written where nothing changes: that would be a frame as well. */
  #set(isOff: boolean): void {
    const classes = this.#terminal?.element?.classList;
    if (classes && classes.contains(OFF) !== isOff) classes.toggle(OFF, isOff);
  }
}
