/**
 * The elements that terminals are drawn into, one each. They move from pane to pane with all that they show: a terminal that was made anew would have
 * lost its screen.
 */
export class TerminalHosts {
  readonly #elements = new Map<string, HTMLElement>();

  /** The element of this name, made when first asked for. */
  of(name: string): HTMLElement {
    const known = this.#elements.get(name);
    if (known) return known;
    const element = document.createElement('div');
    element.className = 'terminal-host';
    this.#elements.set(name, element);
    return element;
  }

  /** Lets go of all others. */
  keepOnly(names: readonly string[]): void {
    for (const name of [...this.#elements.keys()]) if (!names.includes(name)) this.#elements.delete(name);
  }
}
