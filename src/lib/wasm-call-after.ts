/** Of the sections of a WebAssembly module. */
const [IMPORTS, FUNCTIONS, EXPORTS, CODE] = [2, 3, 7, 10];
const FUNCTION = 0;
const OP = { call: 0x10, drop: 0x1a, end: 0x0b };

interface Section {
  readonly id: number;
  readonly body: Uint8Array;
}

/** Reads a module's bytes: numbers are LEB128. */
class Reader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  take(length: number): Uint8Array {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  name(): string {
    return String.fromCharCode(...this.take(this.number()));
  }
}

function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}

function concat(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    made.set(part, at);
    at += part.length;
  }
  return made;
}

/**
 * A module in which each call of an exported function is followed by one of an imported function, whose result is dropped. Neither has parameters; the first has no
 * result, the second has one. Nothing else of the module is moved: the function's code goes into a new one at the end, and in its old place both are called.
 * @throws Error where there is no such export or import
 */
export function callAfter(module: Uint8Array, exported: string, imported: string): Uint8Array<ArrayBuffer> {
  const sections = readSections(module);
  const { callee, count } = findImport(bodyOf(sections, IMPORTS), imported);
  const target = findExport(bodyOf(sections, EXPORTS), exported);
  const types = new Reader(bodyOf(sections, FUNCTIONS));
  const defined = types.number();
  const typesStart = types.at;
  let type = 0;
  for (let index = 0; index <= target - count; index++) type = types.number();
  const made = [...leb(0), OP.call, ...leb(count + defined), OP.call, ...leb(callee), OP.drop, OP.end];
  const edits = new Map([
    [FUNCTIONS, concat([leb(defined + 1), types.bytes.subarray(typesStart), leb(type)])],
    [CODE, moveCode(bodyOf(sections, CODE), target - count, made)],
  ]);
  const all = sections.flatMap(({ id, body }) => {
    const edited = edits.get(id) ?? body;
    return [[id, ...leb(edited.length)], edited];
  });
  return concat([module.subarray(0, 8), ...all]);
}

function readSections(module: Uint8Array): Section[] {
  const reader = new Reader(module, 8);
  const found: Section[] = [];
  while (!reader.done) {
    const id = reader.take(1)[0] ?? 0;
    found.push({ id, body: reader.take(reader.number()) });
  }
  return found;
}

function bodyOf(sections: readonly Section[], id: number): Uint8Array {
  return sections.find((section) => section.id === id)?.body ?? Uint8Array.of(0);
}

/** The number of an imported function, and how many functions are imported. */
function findImport(section: Uint8Array, name: string): { callee: number; count: number } {
  const reader = new Reader(section);
  let [callee, count] = [-1, 0];
  for (let left = reader.number(); left > 0; left--) {
    reader.name();
    const field = reader.name();
    const kind = reader.take(1)[0];
    if (kind === FUNCTION) {
      if (field === name) callee = count;
      reader.number();
      count++;
    } else skipImport(reader, kind ?? 0);
  }
  if (callee < 0) throw new Error(`the module does not import ${name}`);
  return { callee, count };
}

/** A table (type, limits), a memory (limits), a global (type, is mutable) or a tag (attribute, type). */
function skipImport(reader: Reader, kind: number): void {
  if (kind === 1 || kind === 3 || kind === 4) reader.take(1);
  if (kind === 3) reader.take(1);
  else if (kind === 4) reader.number();
  else {
    const hasMost = ((reader.take(1)[0] ?? 0) & 1) === 1;
    reader.number();
    if (hasMost) reader.number();
  }
}

function findExport(section: Uint8Array, name: string): number {
  const reader = new Reader(section);
  for (let left = reader.number(); left > 0; left--) {
    const field = reader.name();
    const kind = reader.take(1)[0];
    const index = reader.number();
    if (kind === FUNCTION && field === name) return index;
  }
  throw new Error(`the module does not export ${name}`);
}

/** The code section with the body of one function at the end, and another one in its place. */
function moveCode(section: Uint8Array, index: number, instead: readonly number[]): Uint8Array {
  const reader = new Reader(section);
  const count = reader.number();
  const start = reader.at;
  for (let skipped = 0; skipped < index; skipped++) reader.take(reader.number());
  const from = reader.at;
  reader.take(reader.number());
  const moved = section.subarray(from, reader.at);
  return concat([
    leb(count + 1),
    section.subarray(start, from),
    leb(instead.length),
    instead,
    section.subarray(reader.at),
    moved,
  ]);
}
