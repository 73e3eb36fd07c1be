/** What draws a terminal, as the rest of the page sees it. */
export interface TerminalScreen {
  write(data: Uint8Array): void;
  focus(): void;
  /** What it shows and scrolled away, as text that draws it again. */
  serialize(): string;
  /** The same as plain lines. */
  text(): string;
}

/** Screens by terminal. Output for a screen that is not there yet waits for it. */
export class TerminalScreens {
  readonly #screens = new Map<string, TerminalScreen>();
  readonly #early = new Map<string, Uint8Array[]>();

  attach(terminal: string, screen: TerminalScreen): () => void {
    this.#screens.set(terminal, screen);
    for (const data of this.#early.get(terminal) ?? []) screen.write(data);
    this.#early.delete(terminal);
    return () => {
      if (this.#screens.get(terminal) === screen) this.#screens.delete(terminal);
    };
  }

  write(terminal: string, data: Uint8Array): void {
    const screen = this.#screens.get(terminal);
    if (screen) screen.write(data);
    else this.#early.set(terminal, [...(this.#early.get(terminal) ?? []), data]);
  }

  /** What came for one that has no screen, or for any: nobody will draw it any more. */
  forget(terminal?: string): void {
    if (terminal === undefined) this.#early.clear();
    else this.#early.delete(terminal);
  }

  get(terminal: string): TerminalScreen | undefined {
    return this.#screens.get(terminal);
  }

  serialize(): Record<string, string> {
    return Object.fromEntries([...this.#screens].map(([terminal, screen]) => [terminal, screen.serialize()]));
  }
}
