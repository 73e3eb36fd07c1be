import { createStore, type StoreApi } from 'zustand/vanilla';

/** A file open in the editor. */
export interface OpenDocument {
  readonly path: string;
  /** What the learner sees and edits. */
  readonly text: string;
  /** What the machine's file held when it was last read or saved. */
  readonly savedText: string;
  /** What the machine's file holds now, where that differs from `savedText` while there are unsaved edits. */
  readonly conflict?: string;
  /** The machine's file is gone; the text here is not. */
  readonly missing?: boolean;
}

export interface Documents {
  /** In the order of the tabs. */
  readonly open: readonly OpenDocument[];
  readonly active: string | undefined;
}

export type DocumentStore = StoreApi<Documents>;

export const NO_DOCUMENTS: Documents = { open: [], active: undefined };

export const createDocumentStore = (): DocumentStore => createStore<Documents>(() => NO_DOCUMENTS);

export const isDirty = (document: OpenDocument): boolean => document.text !== document.savedText;

export function findDocument(documents: Documents, path: string | undefined): OpenDocument | undefined {
  return documents.open.find((document) => document.path === path);
}

/** Shows the file; one that is open already keeps its edits. */
export function openDocument(documents: Documents, path: string, text: string): Documents {
  if (findDocument(documents, path)) return { ...documents, active: path };
  return { open: [...documents.open, { path, text, savedText: text }], active: path };
}

export function editDocument(documents: Documents, path: string, text: string): Documents {
  return change(documents, path, (document) => ({ ...document, text }));
}

/** `text` reached the machine's file. Edits made meanwhile stay unsaved. */
export function documentSaved(documents: Documents, path: string, text: string): Documents {
  return change(documents, path, ({ path: at, text: now }) => ({ path: at, text: now, savedText: text }));
}

/** The machine's file now holds this: a clean document follows, a dirty one keeps its text and notes the conflict. */
export function documentChangedOutside(documents: Documents, path: string, text: string): Documents {
  return change(documents, path, (document) => {
    if (text === document.savedText) return { path, text: document.text, savedText: text };
    if (!isDirty(document) || text === document.text) return { path, text, savedText: text };
    return { path, text: document.text, savedText: document.savedText, conflict: text };
  });
}

/** The machine's file is gone. The text stays until the learner closes it. */
export function documentGone(documents: Documents, path: string): Documents {
  return change(documents, path, (document) => ({ ...document, missing: true }));
}

/** Settles a conflict: takes the machine's text, or keeps the learner's as an unsaved edit of it. */
export function settleConflict(documents: Documents, path: string, take: 'machine' | 'mine'): Documents {
  return change(documents, path, (document) => {
    const { conflict = document.savedText } = document;
    return { path, text: take === 'machine' ? conflict : document.text, savedText: conflict };
  });
}

/** Closes a tab; its neighbour becomes the active one. */
export function closeDocument(documents: Documents, path: string): Documents {
  const index = documents.open.findIndex((document) => document.path === path);
  if (index < 0) return documents;
  const open = documents.open.filter((document) => document.path !== path);
  const neighbour = open[Math.min(index, open.length - 1)]?.path;
  return { open, active: documents.active === path ? neighbour : documents.active };
}

/** A file or folder was renamed: documents below it go along. */
export function renameDocuments(documents: Documents, from: string, to: string): Documents {
  const renamed = (path: string): string => {
    if (path === from) return to;
    return path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
  };
  return {
    open: documents.open.map((document) => ({ ...document, path: renamed(document.path) })),
    active: documents.active === undefined ? undefined : renamed(documents.active),
  };
}

function change(
  documents: Documents,
  path: string,
  edit: (document: OpenDocument) => OpenDocument,
): Documents {
  return {
    ...documents,
    open: documents.open.map((document) => (document.path === path ? edit(document) : document)),
  };
}
