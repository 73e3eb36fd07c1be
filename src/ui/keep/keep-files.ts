/** Sandboxes and projects as files. Loaded when first used. */
import { isPack, offerPack } from '../../state/packs.ts';
import { takeProgress } from '../../state/progress-file.ts';
import type { Sandbox } from '../../state/sandboxes.ts';
import { fileToOpen, folderText, MOST_BROUGHT_BYTES } from '../../state/bring-files.ts';
import { openFile } from '../../state/files.ts';
import { withSession } from '../../state/session-script.ts';
import { FIRST_MACHINE } from '../../state/session.ts';
import { openSandbox } from '../../state/switch-sandbox.ts';
import { PROJECT_FOLDER, type Workbench } from '../../state/workbench.ts';
import type { PlaceName, ProjectFile, TargetFolder } from '../../world/queries/queries.ts';
import type { Ask } from '../parts/confirm.tsx';
import { showSize } from '../parts/show-amount.ts';
import { aboutText, dateText } from './about-text.ts';
import { download, fileName } from './download.ts';
import { readGiven, type Given } from './read-given.ts';

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
async function importSandbox(workbench: Workbench, file: File, confirm: Ask): Promise<boolean> {
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

/** The project folder as it is. Says what went wrong. */
export function downloadProject(workbench: Workbench): Promise<void> {
  return telling(workbench, async () => {
    const { files } = await workbench.connection.query('project', {});
    await downloadZip(workbench, files, '');
  });
}

/** The project folder with the commands that were run, for a real Docker. Says what went wrong. */
export function downloadForDocker(workbench: Workbench): Promise<void> {
  return telling(workbench, async () => {
    const { files, journal } = await workbench.connection.query('project', {});
    const { name } = workbench.sandboxes.getState().current;
    await downloadZip(workbench, withSession(files, journal, name), ' for Docker');
  });
}

async function downloadZip(workbench: Workbench, files: readonly ProjectFile[], what: string): Promise<void> {
  const zip = (await workbench.loadTransfer()).zip(files);
  const { name } = workbench.sandboxes.getState().current;
  download(
    new Blob([zip as Uint8Array<ArrayBuffer>], { type: 'application/zip' }),
    fileName(name + what, 'zip'),
  );
}

/** One file, as it is. Says what went wrong. */
export function downloadFile(workbench: Workbench, place: PlaceName, path: string): Promise<void> {
  return telling(workbench, async () => {
    const { bytes } = await workbench.connection.query('fileBytes', { place, path });
    download(new Blob([bytes as Uint8Array<ArrayBuffer>]), path.slice(path.lastIndexOf('/') + 1));
  });
}

async function telling(workbench: Workbench, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    tell(workbench, error);
  }
}

function tell(workbench: Workbench, error: unknown): void {
  workbench.notify(error instanceof Error ? error.message : String(error), 'problem');
}

/**
 * Takes files in: a sandbox becomes another one, everything else goes into a folder, the project unless given. A zip is unpacked, a folder comes with all
 * that is in it. Says what went wrong. @returns whether they are there
 */
export async function takeFiles(
  workbench: Workbench,
  given: readonly Given[],
  confirm: Ask,
  to?: TargetFolder,
): Promise<boolean> {
  try {
    const [first] = given;
    if (!first) return false;
    const only = given.length === 1 && first instanceof File ? first : undefined;
    if (only?.name.endsWith(`.${SANDBOX}`)) return await importSandbox(workbench, only, confirm);
    if (
      only?.name.endsWith('.json') &&
      only.size <= MOST_BROUGHT_BYTES &&
      takeProgress(workbench, await only.text())
    )
      return true;
    const files = await readGiven(given, async (bytes) => (await workbench.loadTransfer()).unzip(bytes));
    // What is dropped on a folder or a terminal is meant for it.
    if (given.length === 1 && !to && isPack(files)) {
      await offerPack(workbench, first.name.replace(/\.zip$/i, ''), withoutFolder(files, first.name));
      return true;
    }
    const names = given.map(({ name }) => name);
    const label = `Import ${names.length > 3 ? `${names.length} files` : names.join(', ')}`;
    return await putFiles(workbench, { label, files, to: to ?? PROJECT }, confirm);
  } catch (error) {
    tell(workbench, error);
    return false;
  }
}

/** A pack's files by their paths in it, not by the folder that was dropped. */
function withoutFolder(files: readonly ProjectFile[], folder: string): ProjectFile[] {
  const start = `${folder}/`;
  return files.map((file) =>
    file.path.startsWith(start) ? { ...file, path: file.path.slice(start.length) } : file,
  );
}

interface Brought {
  readonly label: string;
  readonly files: ProjectFile[];
  readonly to: TargetFolder;
}

const PROJECT: TargetFolder = { machine: FIRST_MACHINE, path: PROJECT_FOLDER };

/** Writes files; where some are there already, it asks first. What there is to read is opened. */
async function putFiles(workbench: Workbench, { label, files, to }: Brought, confirm: Ask): Promise<boolean> {
  const { connection } = workbench;
  const where = folderText(to);
  const { paths: replaced } = await connection.query('presentPaths', {
    paths: files.map(({ path }) => path),
    to,
  });
  const isWanted =
    replaced.length === 0 ||
    (await confirm({
      title: replaced.length === 1 ? 'Replace a file?' : `Replace ${replaced.length} files?`,
      text: `${replaced.length === 1 ? 'This is' : 'These are'} in ${where} already:`,
      list: listed(replaced),
      note: 'One undo takes all of it back.',
      action: 'Replace',
      isHarmless: true,
    }));
  if (!isWanted) return false;
  await connection.query('putFiles', { label, files, replace: false, to });
  const what = files.length === 1 ? (files[0]?.path ?? '') : `${files.length} files`;
  workbench.notify(`${what} put into ${where}. Undo (Ctrl+Alt+Z) takes it away again.`);
  const open = to.machine === FIRST_MACHINE ? fileToOpen(files.map(({ path }) => path)) : undefined;
  if (open !== undefined) await openFile(workbench, `${to.path}/${open}`);
  return true;
}

function listed(paths: readonly string[]): string[] {
  const more = paths.length - MOST_LISTED;
  return more > 0 ? [...paths.slice(0, MOST_LISTED), `and ${more} more`] : [...paths];
}
