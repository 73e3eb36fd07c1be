/**
 * BuildKit's vertices run concurrently: their blocks are put into a fixed order and numbered anew.
 * Lines of a text that has no block header (picked out by a grep) only lose their number.
 */
export function canonicaliseBuild(text: string): string {
  if (!/^#\p{Nd}+ \[/mu.test(text)) return text.replace(/^#\p{Nd}+ (?=\p{Nd}+\.\p{Nd}+ )/gmu, '#N ');
  const { head, blocks, tail } = splitBlocks(text);
  const order = [...blocks.keys()].sort((left, right) =>
    compareKeys(keyOf(left, blocks), keyOf(right, blocks)),
  );
  const lines = order.flatMap((number, index) => writeBlock(blocks.get(number) ?? [], index + 1));
  const end = tail.length > 0 && tail.at(-1) === '' ? '' : text.endsWith('\n') ? '\n' : '';
  return [...head, ...lines, ...tail].join('\n') + end;
}

interface Blocks {
  readonly head: string[];
  readonly blocks: Map<number, string[]>;
  readonly tail: string[];
}

function splitBlocks(text: string): Blocks {
  const parts: Blocks = { head: [], blocks: new Map(), tail: [] };
  for (const line of text.split('\n')) {
    const match = /^#(\p{Nd}+) (.*)/u.exec(line);
    if (match) {
      const number = Number(match[1]);
      const block = parts.blocks.get(number) ?? [];
      block.push(match[2] ?? '');
      parts.blocks.set(number, block);
    } else if (parts.blocks.size === 0) parts.head.push(line);
    else if (line !== '' || parts.tail.length > 0) parts.tail.push(line);
  }
  return parts;
}

type Key = readonly [group: number, name: string, step: number, number: number];

function keyOf(number: number, blocks: ReadonlyMap<number, readonly string[]>): Key {
  const block = blocks.get(number) ?? [];
  const title = block.find((line) => /^(?:\[|exporting|FROM|CACHED)/.test(line)) ?? block[0] ?? '';
  if (title.startsWith('[internal]')) return [0, title, 0, number];
  const stage = /^\[(?:(\S+) )?(\p{Nd}+)\/\p{Nd}+\]/u.exec(title);
  if (stage) return [1, stage[1] ?? '', Number(stage[2]), number];
  return [title.startsWith('exporting') ? 2 : 1, title, 0, number];
}

function compareKeys(left: Key, right: Key): number {
  if (left[0] !== right[0]) return left[0] - right[0];
  if (left[1] !== right[1]) return left[1] < right[1] ? -1 : 1;
  return left[2] - right[2] || left[3] - right[3];
}

const DROPPED = new Set(['transferring context:', 'transferring dockerfile:', 'exporting layers']);

/** Repetitions are dropped, and so are the lines with which BuildKit comes back to a vertex. */
function writeBlock(block: readonly string[], number: number): string[] {
  const lines: string[] = [];
  let last: string | undefined;
  for (const line of block) {
    const isTitle = last !== undefined && last !== '' && /^(?:\[|sha256:[0-9a-f]{64}$)/.test(line);
    if (
      line === '...' ||
      (isTitle && block.slice(0, 2).includes(line) && lines.includes(`#${number} ${line}`))
    ) {
      continue;
    }
    if (line !== last && !DROPPED.has(line)) lines.push(`#${number} ${line}`);
    last = line;
  }
  return lines;
}
