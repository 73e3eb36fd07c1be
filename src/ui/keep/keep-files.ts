/** Sandboxes and projects as files. Loaded when first used. */
import { isPack, offerPack } from '../../state/packs.ts';
import { takeProgress } from '../../state/progress-file.ts';
import type { Sandbox } from '../../state/sandboxes.ts';
import { sessionScript } from '../../state/share.ts';
import { openSandbox } from '../../state/switch-sandbox.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { ProjectFile } from '../../world/queries/queries.ts';
import type { Question } from '../parts/confirm.tsx';
import { showSize } from '../parts/show-amount.ts';
import { aboutText, dateText } from './about-text.ts';
import { download, fileName } from './download.ts';

type Confirm = (question: Question) => Promise<boolean>;

const SANDBOX = 'drydock';
const MOST_LISTED = 8;

/** The sandbox at hand as it is at this moment, another one as it was saved. */
export async function downloadSandbox(workbench: Workbench, { id, name }: Sandbox): Promise<void> {
  const { current, hold } = workbench.sandboxes.getState();
  const shelf = await workbench.loadShelf();
  if (hold === 'mine' && current.id === id && workbench.session.getState().status === 'ready') {
    workbench.keep.flush();
    const { body } = await workbench.connection.query('exportWorld', { name, exportedMs: Date.now() });
    return download(await shelf.wrapFile(body), fileName(name, SANDBOX));
  }
  download(await shelf.exportFile(id, name), fileName(name, SANDBOX));
}

/** Puts a sandbox file on the shelf and opens it, after a question. */
async function importSandbox(workbench: Workbench, file: File, confirm: Confirm): Promise<boolean> {
  const shelf = await workbench.loadShelf();
  const found = await shelf.readFile(file);
  const isWanted = await confirm({
    title: `Open “${found.name}” as a new sandbox?`,
    text: `The file was made ${dateText(found.exportedMs)}. Your sandbox at hand is kept as it is.`,
    list: [...(found.about ? [aboutText(found.about)] : []), `${showSize(found.bytes)} in this browser`],
    note: 'What ran in it starts again, inside of the simulation only.',
    action: 'Open it',
    isHarmless: true,
  });
  if (!isWanted) return false;
  return openSandbox(workbench, await found.keep());
}

/** The project folder with the commands that were run, for a real Docker. */
export async function downloadProject(workbench: Workbench): Promise<void> {
  const { files, journal } = await workbench.connection.query('project', {});
  const script = new TextEncoder().encode(sessionScript(journal));
  const all =
    journal.length > 0
      ? [...withoutScript(files), { path: 'session.sh', bytes: script, executable: true }]
      : files;
  const zip = (await workbench.loadTransfer()).zip(all);
  const { name } = workbench.sandboxes.getState().current;
  download(new Blob([zip as Uint8Array<ArrayBuffer>], { type: 'application/zip' }), fileName(name, 'zip'));
}

const withoutScript = (files: readonly ProjectFile[]): ProjectFile[] =>
  files.filter(({ path }) => path !== 'session.sh');

/** Takes files in: a sandbox becomes another one, a zip and everything else goes into the project folder. Says what went wrong. */
export async function takeFiles(
  workbench: Workbench,
  files: readonly File[],
  confirm: Confirm,
  folder?: FileSystemEntry,
): Promise<boolean> {
  try {
    const [first] = files;
    if (!first) return false;
    if (folder) return await takeFolder(workbench, folder);
    if (files.length === 1 && first.name.endsWith(`.${SANDBOX}`))
      return await importSandbox(workbench, first, confirm);
    if (files.length === 1 && (await isLessonFile(workbench, first))) return true;
    return await importFiles(workbench, files, confirm);
  } catch (error) {
    workbench.notify(error instanceof Error ? error.message : String(error), 'problem');
    return false;
  }
}

/** A folder of lessons. @throws Error with words for the learner */
async function takeFolder(workbench: Workbench, folder: FileSystemEntry): Promise<boolean> {
  const files = await (await import('./read-folder.ts')).readFolder(folder);
  if (!isPack(files))
    throw new Error('A folder is taken if it holds lessons (lesson.md). Pack a project as a zip.');
  await offerPack(workbench, folder.name, files);
  return true;
}

/** Progress in lessons, or a pack of them: both have a place of their own. */
async function isLessonFile(workbench: Workbench, file: File): Promise<boolean> {
  if (!/\.(zip|json)$/.test(file.name) || file.size > MOST_BYTES) return false;
  if (file.name.endsWith('.json')) return takeProgress(workbench, await file.text());
  const files = (await workbench.loadTransfer()).unzip(new Uint8Array(await file.arrayBuffer()));
  if (!isPack(files)) return false;
  await offerPack(workbench, file.name.replace(/\.zip$/, ''), files);
  return true;
}

async function importFiles(workbench: Workbench, given: readonly File[], confirm: Confirm): Promise<boolean> {
  const files = (await Promise.all(given.map((file) => readFiles(workbench, file)))).flat();
  const { files: there } = await workbench.connection.query('project', {});
  const paths = new Set(there.map(({ path }) => path));
  const replaced = files.flatMap(({ path }) => (paths.has(path) ? [path] : []));
  const isWanted = await confirm({
    title:
      files.length === 1
        ? `Put ${files[0]?.path ?? ''} into the project?`
        : `Put ${files.length} files into the project?`,
    text:
      replaced.length > 0
        ? 'These are there already and are replaced:'
        : 'They go into the project folder, /root/site.',
    list: listed(replaced),
    note: 'One undo takes all of it back.',
    action: 'Put them in',
    isHarmless: true,
  });
  if (!isWanted) return false;
  const names = given.map(({ name }) => name).join(', ');
  await workbench.connection.query('putFiles', { label: `Import ${names}`, files, replace: false });
  workbench.notify(`${files.length === 1 ? '1 file is' : `${files.length} files are`} in the project.`);
  return true;
}

function listed(paths: readonly string[]): string[] {
  const more = paths.length - MOST_LISTED;
  return more > 0 ? [...paths.slice(0, MOST_LISTED), `and ${more} more`] : [...paths];
}

const MOST_BYTES = 64 * 1024 * 1024;

async function readFiles(workbench: Workbench, file: File): Promise<ProjectFile[]> {
  if (file.size > MOST_BYTES) throw new Error(`${file.name} is too large: over 64 MB.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (file.name.endsWith('.zip')) return (await workbench.loadTransfer()).unzip(bytes);
  return [{ path: file.name, bytes }];
}
