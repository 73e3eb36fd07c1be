/** Commands that print images as a table. */
const IMAGES = /^docker (?:images|image (?:ls|list))\b/;

/** A row of the table. */
interface Row {
  readonly text: string;
  /** Its name: repository and tag. */
  readonly name: string;
  readonly id: string;
  readonly created: string;
}

/**
 * Two tables of images, recorded and ours, with rows in one order where the engine has none: images of the same second (it sorts by whole seconds, over a Go
 * map), and the repositories of one image (the client's own Go map). Only rows that are tied on both sides are moved; ages in seconds tell the former. To be
 * done before ages and IDs are normalised.
 * @see moby v28 daemon/images/images.go byCreated; docker/cli v28.2.2 cli/command/formatter/image.go imageWrite
 */
export function alignImageTies(command: string, recorded: string, ours: string): [string, string] {
  const [left, right] = IMAGES.test(command) ? [readTable(recorded), readTable(ours)] : [];
  if (!left || !right) return [recorded, ours];
  for (const group of tiedRuns(left.rows)) {
    const wanted = namesOf(left.rows.slice(group.start, group.end));
    const match = tiedRuns(right.rows).find(({ start, end }) => namesOf(right.rows.slice(start, end)) === wanted);
    if (!match) continue;
    sortPart(left.rows, group);
    sortPart(right.rows, match);
  }
  return [formatTable(left), formatTable(right)];
} // prettier-ignore

interface Table {
  readonly header: string;
  readonly rows: Row[];
  readonly rest: string;
}

function readTable(stdout: string): Table | undefined {
  const [header = '', ...lines] = stdout.split('\n');
  const [id, created] = [columnOf(header, 'IMAGE ID'), columnOf(header, 'CREATED')];
  if (!id || !created) return undefined;
  const rows = lines
    .filter((line) => line !== '')
    .map((text) => ({
      text,
      name: text.split(/\s+/, 2).join(' '),
      id: id(text),
      created: created(text),
    }));
  return { header, rows, rest: lines.at(-1) === '' ? '\n' : '' };
}

function formatTable({ header, rows, rest }: Table): string {
  return [header, ...rows.map(({ text }) => text)].join('\n') + rest;
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** Every run of at least two rows that are tied, each part of a longer one too. */
function tiedRuns(rows: readonly Row[]): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < rows.length; start++) {
    let end = start + 1;
    for (; end < rows.length && tied(rows[end - 1], rows[end]); end++);
    for (let last = end; last > start + 1; last--) runs.push({ start, end: last });
  }
  return runs.sort((a, b) => b.end - b.start - (a.end - a.start));
}

function tied(a: Row | undefined, b: Row | undefined): boolean {
  if (!a || !b) return false;
  return a.id === b.id || (/seconds? ago$/.test(a.created) && a.created === b.created);
}

function namesOf(rows: readonly Row[]): string {
  return rows
    .map(({ name }) => name)
    .sort()
    .join('\n');
}

function sortPart(rows: Row[], { start, end }: Run): void {
  const part = rows.slice(start, end).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  rows.splice(start, part.length, ...part);
}

/** Reads a column's cell by where its header stands. */
function columnOf(header: string, title: string): ((row: string) => string) | undefined {
  const start = header.indexOf(title);
  if (start < 0) return undefined;
  const next = /\S/.exec(header.slice(start + title.length));
  const end = next ? start + title.length + next.index : undefined;
  return (row) => row.slice(start, end).trim();
}
