/** What a project takes along to a real Docker: `session.sh` and a page to read. */
import type { LeftOut, ProjectFile, Queries } from '../world/queries/queries.ts';

type Journal = Queries['project']['answer']['journal'];

const SCRIPT = 'session.sh';
const README = 'README.md';
/** Where the project's own are of those names. */
const OTHER_SCRIPT = 'session-drydock.sh';
const OTHER_README = 'README-session.md';
/** By which those of an earlier time are known. */
const SCRIPT_MARK = '# Made with Drydock';
const README_MARK = '<!-- made with Drydock -->';
/** Both marks stand at the beginning. */
const MARKED_BYTES = 200;

const WHY: Readonly<Record<LeftOut, string>> = {
  failed: 'it failed',
  interactive: 'it waits for you: run it by hand',
  looked: 'it only looked around',
  files: 'it edits files, which are here already',
  cd: 'the folders are gone to where they matter',
  machine: 'it ran on another machine',
  elsewhere: 'it needs files outside of the project',
};

/** The project's files with the script and the page; those of an earlier time are replaced. */
export function withSession(files: readonly ProjectFile[], journal: Journal, title: string): ProjectFile[] {
  const isOurs = ({ path, bytes }: ProjectFile): boolean => {
    const start = new TextDecoder().decode(bytes.subarray(0, MARKED_BYTES));
    if (path === SCRIPT || path === OTHER_SCRIPT) return start.includes(SCRIPT_MARK);
    return (path === README || path === OTHER_README) && start.startsWith(README_MARK);
  };
  const own = files.filter((file) => !isOurs(file));
  const isTaken = (name: string): boolean =>
    own.some(({ path }) => path.toLowerCase() === name.toLowerCase());
  const script = isTaken(SCRIPT) ? OTHER_SCRIPT : SCRIPT;
  const readme = isTaken(README) ? OTHER_README : README;
  const toBytes = (content: string): Uint8Array => new TextEncoder().encode(content);
  return [
    ...own,
    { path: script, bytes: toBytes(sessionScript(journal, title, script)), executable: true },
    { path: readme, bytes: toBytes(sessionReadme(title, script)) },
  ];
}

/** The lines that lead to the state, one after another, each in its folder; the others as comments that say why. */
export function sessionScript(journal: Journal, title: string, name = SCRIPT): string {
  const lines: string[] = [];
  let folder: string | undefined = '.';
  for (const { line, machine, status, cwd = '.', leftOut } of journal) {
    if (leftOut) {
      const which =
        leftOut === 'failed' ? ` with status ${status}` : leftOut === 'machine' ? `, ${machine}` : '';
      lines.push(comment(`left out, ${WHY[leftOut]}${which}: ${line}`));
      continue;
    }
    const inProject: string | undefined = cwd.startsWith('.') ? cwd : undefined;
    if (inProject !== undefined && inProject !== folder) {
      lines.push(inProject === '.' ? 'cd "$PROJECT"' : `cd "$PROJECT/${quoted(inProject.slice(2))}"`);
      folder = inProject;
    }
    lines.push(...forHere(line));
    if (/\b(cd|pushd|popd)\b/.test(line)) folder = undefined;
  }
  return `#!/usr/bin/env bash
${SCRIPT_MARK} from what was run in “${oneLine(title)}”.
# Run it in this folder on a computer with Docker: bash ${name}
# It stops at the first command that fails.
set -e
cd "$(dirname "$0")"
PROJECT=$PWD

${lines.join('\n')}
`;
}

/** Names of the simulated project folder become those of the folder that the script is in, where the shell lets a variable stand. */
function forHere(line: string): string[] {
  if (!IN_PROJECT.test(line)) return [line];
  if (/'|<</.test(line))
    return ['# /root/site is this folder here: change the next line if it needs it', line];
  // The words between double quotes are every second piece; a folder's name may hold spaces.
  const pieces = line.split(/(?<!\\)"/);
  const here = pieces.map((piece, index) =>
    piece.replace(ALL_IN_PROJECT, index % 2 === 0 ? '"$$PROJECT"' : '$$PROJECT'),
  );
  return [here.join('"')];
}

const IN_PROJECT = /(\/root|~)\/site\b/;
const ALL_IN_PROJECT = new RegExp(IN_PROJECT, 'g');

/** Every line of the text behind a `#`. */
const comment = (text: string): string => text.replace(/^/gm, '# ').replace(/^# $/gm, '#');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Inside of double quotes. */
const quoted = (text: string): string => text.replace(/["$`\\]/g, '\\$&');

function sessionReadme(title: string, script: string): string {
  return `${README_MARK}
# ${oneLine(title)}

This project was made in Drydock, a simulator of Docker for learning, and works with a real Docker too.

    bash ${script}

runs the commands that led to its state, in order. It needs bash and Docker 28 or newer (others mostly do), downloads the images from Docker Hub and publishes
the ports that the commands name. Read it first: what only looked around, failed or waits for keys is there as a comment.

What will be different: IDs, times and sizes; names that are taken already on your computer; and whatever ran on the simulation's other machines.

To take it all away again, use \`docker compose down -v\` or \`docker stack rm\` for what those began, and \`docker rm -f\` for containers
that \`docker run\` made.
`;
}
