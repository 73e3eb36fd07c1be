/** How a build of PostgreSQL calls itself. */
export interface VersionNames {
  /** What `version()` says. */
  readonly banner: string;
  /** What `SHOW server_version` says. */
  readonly version: string;
}

/** Static data of the module is below this. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Where a module's own names stand in its memory. */
interface Places {
  /** The text of `version()`, and what it is. */
  readonly at: number;
  readonly text: string;
  /** Words that point to the initial value of `server_version`. */
  readonly words: readonly number[];
  readonly pointers: readonly number[];
}

/** Of the module that started last: looking for them takes a tenth of a second, and they are the same in each instance. */
let lastPlaces: Places | undefined;

/**
 * Lets PostgreSQL call itself what the image's build does, in its memory before it starts: the text of `version()`, which is longer than its
 * replacement, and what points to the initial value of the setting `server_version`, which goes behind that. False where there is no such text.
 */
export function nameVersion(buffer: ArrayBuffer, { banner, version }: VersionNames): boolean {
  const memory = new Uint8Array(buffer, 0, Math.min(buffer.byteLength, MOST_BYTES));
  const words = new Int32Array(buffer, 0, memory.length >> 2);
  if (!lastPlaces || !areThere(lastPlaces, memory, words)) lastPlaces = findPlaces(memory, words);
  if (!lastPlaces) return false;
  const { at, text, words: places } = lastPlaces;
  const bytes = new TextEncoder().encode(`${banner}\0${version}\0`);
  if (bytes.length > text.length + 1) return false;
  memory.fill(0, at, at + text.length);
  memory.set(bytes, at);
  for (const place of places) words[place] = at + bytes.indexOf(0) + 1;
  return true;
}

function areThere({ at, text, words, pointers }: Places, memory: Uint8Array, all: Int32Array): boolean {
  return textAt(memory, at) === text && words.every((word, index) => all[word] === pointers[index]);
}

function findPlaces(memory: Uint8Array, all: Int32Array): Places | undefined {
  const [at] = placesOf(memory, 'PostgreSQL ', (found) => found.includes('(PGlite '));
  if (at === undefined) return undefined;
  const text = textAt(memory, at);
  const bare = /^PostgreSQL (\S+)/.exec(text)?.[1] ?? '';
  const words: number[] = [];
  for (const place of placesOf(memory, bare, (found) => found === bare))
    for (let word = all.indexOf(place); word >= 0; word = all.indexOf(place, word + 1)) words.push(word);
  return { at, text, words, pointers: words.map((word) => all[word] as number) };
}

/** Where texts stand that begin so and fit. */
function placesOf(memory: Uint8Array, beginning: string, fits: (text: string) => boolean): number[] {
  const bytes = new TextEncoder().encode(beginning);
  const first = bytes[0] ?? 0;
  const places: number[] = [];
  for (let at = memory.indexOf(first); at >= 0; at = memory.indexOf(first, at + 1))
    if (bytes.every((byte, index) => memory[at + index] === byte) && fits(textAt(memory, at))) places.push(at);
  return places;
} // prettier-ignore

function textAt(memory: Uint8Array, at: number): string {
  return new TextDecoder().decode(memory.subarray(at, memory.indexOf(0, at)));
}
