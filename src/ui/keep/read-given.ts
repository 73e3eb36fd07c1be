/** Reads what was dropped or chosen. */
import { isLeftOut, tooMuch } from '../../state/bring-files.ts';
import { isProjectPath } from '../../state/share.ts';
import type { ProjectFile } from '../../world/queries/queries.ts';

/** A file, or a folder that was dropped. */
export type Given = File | FileSystemDirectoryEntry;

interface FoundFile {
  readonly path: string;
  readonly file: File;
}

/** The files of all that was given, zips unpacked, folders with their names. @throws Error with words for the learner where it is too much, or a name can't be used */
export async function readGiven(
  given: readonly Given[],
  unzip: (bytes: Uint8Array) => Promise<ProjectFile[]>,
): Promise<ProjectFile[]> {
  const found = (await Promise.all(given.map(findFiles))).flat();
  const files = found.filter(({ path }) => !isLeftOut(path));
  const wrong = files.find(({ path }) => !isProjectPath(path));
  if (wrong) throw new Error(`The name “${wrong.path}” can’t be used here.`);
  refuse(files.map(({ path, file }) => ({ path, sizeBytes: file.size })));
  const read = await Promise.all(
    files.map(async ({ path, file }): Promise<ProjectFile[]> => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (/\.zip$/i.test(path)) return inFolder(path, await unzip(bytes));
      return [startsAsScript(bytes) ? { path, bytes, executable: true } : { path, bytes }];
    }),
  );
  const all = read.flat();
  refuse(all.map(({ path, bytes }) => ({ path, sizeBytes: bytes.length })));
  if (all.length === 0) throw new Error('There are no files in it.');
  return all;
}

function refuse(files: Parameters<typeof tooMuch>[0]): void {
  const problem = tooMuch(files);
  if (problem !== undefined) throw new Error(problem);
}

/** Browsers don't tell who may run a file: what begins as a script may be run. */
const startsAsScript = (bytes: Uint8Array): boolean => bytes[0] === 0x23 && bytes[1] === 0x21;

/** What was in a zip is where the zip was. */
function inFolder(zip: string, files: ProjectFile[]): ProjectFile[] {
  const folder = zip.slice(0, zip.lastIndexOf('/') + 1);
  return files.map((file) => ({ ...file, path: folder + file.path }));
}

async function findFiles(given: Given): Promise<FoundFile[]> {
  if (given instanceof File) return [{ path: given.webkitRelativePath || given.name, file: given }];
  return filesBelow(given, given.name);
}

async function filesBelow(folder: FileSystemDirectoryEntry, path: string): Promise<FoundFile[]> {
  if (isLeftOut(path)) return [];
  const entries = await allEntries(folder.createReader());
  const found = entries.map(async (entry): Promise<FoundFile[]> => {
    const full = `${path}/${entry.name}`;
    if (entry.isDirectory) return filesBelow(entry as FileSystemDirectoryEntry, full);
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [{ path: full, file }];
  });
  return (await Promise.all(found)).flat();
}

/** Browsers give a hundred at a time. */
async function allEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
