/** How a build of PostgreSQL calls itself. */
export interface VersionNames {
  /** What `version()` says. */
  readonly banner: string;
  /** What `SHOW server_version` says. */
  readonly version: string;
}

/** Static data of the module is below this. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Lets PostgreSQL call itself what the image's build does, in its memory before it starts: the text of `version()`, which is longer than its
 * replacement, and what points to the initial value of the setting `server_version`, which goes behind that. False where there is no such text.
 */
export function nameVersion(buffer: ArrayBuffer, { banner, version }: VersionNames): boolean {
  const memory = new Uint8Array(buffer, 0, Math.min(buffer.byteLength, MOST_BYTES));
  const [at] = placesOf(memory, 'PostgreSQL ', (text) => text.includes('(PGlite '));
  if (at === undefined) return false;
  const old = textAt(memory, at);
  const bytes = new TextEncoder().encode(`${banner}\0${version}\0`);
  const bare = /^PostgreSQL (\S+)/.exec(old)?.[1] ?? '';
  if (bytes.length > old.length + 1) return false;
  const known = placesOf(memory, bare, (text) => text === bare);
  memory.fill(0, at, at + old.length);
  memory.set(bytes, at);
  const words = new Int32Array(buffer, 0, memory.length >> 2);
  for (const place of known)
    for (let word = words.indexOf(place); word >= 0; word = words.indexOf(place, word + 1))
      words[word] = at + bytes.indexOf(0) + 1;
  return true;
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
