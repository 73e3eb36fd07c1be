/** Header fields in the order given; names match without regard to case. */
export class HttpHeaders {
  readonly #fields: [name: string, value: string][] = [];

  constructor(fields: Iterable<readonly [string, string]> = []) {
    for (const [name, value] of fields) this.append(name, value);
  }

  /** The first value of a field. */
  get(name: string): string | undefined {
    const lower = name.toLowerCase();
    return this.#fields.find(([other]) => other.toLowerCase() === lower)?.[1];
  }

  getAll(name: string): string[] {
    const lower = name.toLowerCase();
    return this.#fields.filter(([other]) => other.toLowerCase() === lower).map(([, value]) => value);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  append(name: string, value: string): void {
    this.#fields.push([name, value]);
  }

  /** Replaces all values; the field keeps its place. */
  set(name: string, value: string): void {
    const lower = name.toLowerCase();
    const at = this.#fields.findIndex(([other]) => other.toLowerCase() === lower);
    if (at < 0) return this.append(name, value);
    this.#fields[at] = [this.#fields[at]?.[0] ?? name, value];
    for (let index = this.#fields.length - 1; index > at; index--) {
      if (this.#fields[index]?.[0].toLowerCase() === lower) this.#fields.splice(index, 1);
    }
  }

  delete(name: string): void {
    const lower = name.toLowerCase();
    for (let index = this.#fields.length - 1; index >= 0; index--) {
      if (this.#fields[index]?.[0].toLowerCase() === lower) this.#fields.splice(index, 1);
    }
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.#fields[Symbol.iterator]();
  }

  /** `Name: value` lines, each with CRLF. */
  toString(): string {
    return this.#fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }
}
