/** Commands that print images as a table. */
const IMAGES = /^docker (?:images|image (?:ls|list))\b/;

/**
 * A table of images with rows in one order where the engine has none: images that were made in the same second (it sorts by whole seconds, over a Go map), and
 * the repositories of one image (the client's own Go map). Ages in seconds tell the former. To be done before ages and IDs are normalised.
 * @see moby v28 daemon/images/images.go byCreated; docker/cli v28.2.2 cli/command/formatter/image.go imageWrite
 */
export function sortImageTies(command: string, stdout: string): string {
  if (!IMAGES.test(command)) return stdout;
  const [header = '', ...rows] = stdout.split('\n');
  const [id, created] = [columnOf(header, 'IMAGE ID'), columnOf(header, 'CREATED')];
  if (!id || !created) return stdout;
  const tied = (a: string, b: string): boolean =>
    id(a) === id(b) || (/seconds? ago$/.test(created(a)) && created(a) === created(b));
  const groups: string[][] = [];
  for (const row of rows) {
    const before = groups.at(-1)?.at(-1);
    if (before !== undefined && row !== '' && tied(before, row)) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return [header, ...groups.flatMap((group) => (group.length > 1 ? group.sort() : group))].join('\n');
}

/** Reads a column's cell by where its header stands. */
function columnOf(header: string, title: string): ((row: string) => string) | undefined {
  const start = header.indexOf(title);
  if (start < 0) return undefined;
  const next = /\S/.exec(header.slice(start + title.length));
  const end = next ? start + title.length + next.index : undefined;
  return (row) => row.slice(start, end).trim();
}
