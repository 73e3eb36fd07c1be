/** What is known where a build is to be typed. */
export interface BuildPlace {
  /** Of the Dockerfile. */
  readonly path: string;
  /** Where the terminal is; undefined where that is not known. */
  readonly cwd: string | undefined;
  /** What its last build was called, if it had a name. */
  readonly tag: string | undefined;
}

/** The command that builds a Dockerfile with its folder as the context, as one would type it there. */
export function buildCommand({ path, cwd, tag }: BuildPlace): string {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash) || '/';
  const name = path.slice(slash + 1);
  const context = fromThere(folder, cwd);
  const file = context === '.' ? name : `${context.replace(/\/$/, '')}/${name}`;
  const words = ['docker', 'build', '-t', tag ?? tagOf(folder)];
  if (name !== 'Dockerfile') words.push('-f', file);
  return [...words, context].map(quote).join(' ');
}

function fromThere(folder: string, cwd: string | undefined): string {
  if (folder === cwd) return '.';
  return cwd !== undefined && folder.startsWith(`${cwd}/`) ? folder.slice(cwd.length + 1) : folder;
}

/** The folder's name, in letters that a tag may have. */
const tagOf = (folder: string): string =>
  folder
    .slice(folder.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'image';

const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
