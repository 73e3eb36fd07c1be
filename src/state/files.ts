import {
  closeDocument,
  documentChangedOutside,
  documentGone,
  documentSaved,
  findDocument,
  openDocument,
  renameDocuments,
} from './documents.ts';
import { RefusedError } from './connection.ts';
import type { Workbench } from './workbench.ts';

/** Opens a file of the machine in the editor. Files that are no text are told of, not opened. */
export async function openFile(workbench: Workbench, path: string): Promise<void> {
  const { documents, connection } = workbench;
  if (findDocument(documents.getState(), path)) {
    documents.setState((state) => ({ ...state, active: path }));
    return;
  }
  await telling(workbench, async () => {
    const { text } = await connection.query('readFile', { place: 'machine', path });
    if (text === undefined)
      workbench.notify(`${path} is not a text file, so there is nothing to edit in it.`);
    else documents.setState((state) => openDocument(state, path, text));
  });
}

/** Writes the editor's text to the machine's file. Resolves to whether it is there. */
export function saveFile(workbench: Workbench, path: string): Promise<boolean> {
  const document = findDocument(workbench.documents.getState(), path);
  if (!document) return Promise.resolve(false);
  const { text } = document;
  return telling(workbench, async () => {
    await workbench.connection.query('writeFile', { path, text });
    workbench.documents.setState((state) => documentSaved(state, path, text));
    workbench.session.setState({ saved: { path } });
  });
}

export function createFile(workbench: Workbench, path: string): Promise<boolean> {
  return telling(workbench, async () => {
    const exists = await workbench.connection.query('readFile', { place: 'machine', path }).then(
      () => true,
      () => false,
    );
    if (exists) throw new RefusedError(`${path} is there already.`);
    await workbench.connection.query('writeFile', { path, text: '' });
    workbench.documents.setState((state) => openDocument(state, path, ''));
  });
}

export function createFolder(workbench: Workbench, path: string): Promise<boolean> {
  return telling(workbench, async () => {
    await workbench.connection.query('createFolder', { path });
  });
}

/** Also into another folder. Refused where something of that name is. */
export function renameFile(workbench: Workbench, from: string, to: string): Promise<boolean> {
  return telling(workbench, async () => {
    await workbench.connection.query('renameFile', { from, to });
    workbench.documents.setState((state) => renameDocuments(state, from, to));
  });
}

export function deleteFile(workbench: Workbench, path: string): Promise<boolean> {
  return telling(workbench, async () => {
    await workbench.connection.query('deleteFile', { path });
    workbench.documents.setState((state) =>
      state.open
        .filter((document) => document.path === path || document.path.startsWith(`${path}/`))
        .reduce((rest, document) => closeDocument(rest, document.path), state),
    );
  });
}

/** Keeps open documents in step with the machine's files, whoever changes them. Returns what ends it. */
export function syncDocuments(workbench: Workbench): () => void {
  const { mirror, documents, session } = workbench;
  const endMirror = mirror.subscribe((now, before) => {
    if (now.file === before.file || session.getState().status !== 'ready') return;
    for (const { path } of documents.getState().open) {
      if (now.file.get(path) === before.file.get(path)) continue;
      if (now.file.has(path)) void reread(workbench, path);
      else documents.setState((state) => documentGone(state, path));
    }
  });
  const endSession = session.subscribe((now, before) => {
    if (now.status !== 'ready' || before.status === 'ready') return;
    for (const { path } of documents.getState().open) void reread(workbench, path);
  });
  return () => {
    endMirror();
    endSession();
  };
}

async function reread({ connection, documents }: Workbench, path: string): Promise<void> {
  try {
    const { text } = await connection.query('readFile', { place: 'machine', path });
    if (text !== undefined) documents.setState((state) => documentChangedOutside(state, path, text));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    documents.setState((state) => documentGone(state, path));
  }
}

/** Runs an operation; what the machine refuses is told beside the work. Resolves to whether it went through. */
async function telling(workbench: Workbench, operation: () => Promise<void>): Promise<boolean> {
  try {
    await operation();
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    workbench.notify(error.message, 'problem');
    return false;
  }
}
