import type { ProjectFile } from '../../world/queries/queries.ts';

const MOST_FILES = 2000;
const MOST_BYTES = 16 * 1024 * 1024;

/** The files of a folder that was dropped, by their path in it. @throws Error with words for the learner */
export async function readFolder(folder: FileSystemEntry): Promise<ProjectFile[]> {
  const found: ProjectFile[] = [];
  let total = 0;
  const visit = async (entry: FileSystemEntry, path: string): Promise<void> => {
    if (/^(\.git|node_modules|\.DS_Store)$/.test(entry.name)) return;
    if (entry.isDirectory) {
      for (const each of await entriesOf(entry as FileSystemDirectoryEntry))
        await visit(each, path === '' ? each.name : `${path}/${each.name}`);
      return;
    }
    const file = await fileOf(entry as FileSystemFileEntry);
    total += file.size;
    if (total > MOST_BYTES || found.length >= MOST_FILES)
      throw new Error('The folder holds too much: over 16 MB, or over 2,000 files.');
    found.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  await visit(folder, '');
  return found;
}

/** A browser tells the entries of a folder in portions. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));
