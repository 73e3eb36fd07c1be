import { describe, expect, it } from 'vitest';
import {
  closeDocument,
  documentChangedOutside,
  documentGone,
  documentSaved,
  editDocument,
  findDocument,
  NO_DOCUMENTS,
  openDocument,
  renameDocuments,
  settleConflict,
} from './documents.ts';

const one = openDocument(NO_DOCUMENTS, '/a', 'old');

describe('documents', () => {
  it('opening again keeps the edits', () => {
    const edited = editDocument(one, '/a', 'mine');
    expect(openDocument(edited, '/a', 'disk')).toEqual({
      open: [{ path: '/a', text: 'mine', savedText: 'old' }],
      active: '/a',
    });
  });

  it('saving clears the edit; edits made meanwhile stay', () => {
    const edited = editDocument(one, '/a', 'new');
    expect(documentSaved(edited, '/a', 'new').open).toEqual([{ path: '/a', text: 'new', savedText: 'new' }]);
    const more = editDocument(edited, '/a', 'newer');
    expect(documentSaved(more, '/a', 'new').open).toEqual([{ path: '/a', text: 'newer', savedText: 'new' }]);
  });

  it('a clean document follows the machine, a dirty one keeps its text', () => {
    expect(documentChangedOutside(one, '/a', 'disk').open).toEqual([
      { path: '/a', text: 'disk', savedText: 'disk' },
    ]);
    const dirty = documentChangedOutside(editDocument(one, '/a', 'mine'), '/a', 'disk');
    expect(dirty.open).toEqual([{ path: '/a', text: 'mine', savedText: 'old', conflict: 'disk' }]);
    expect(settleConflict(dirty, '/a', 'mine').open).toEqual([
      { path: '/a', text: 'mine', savedText: 'disk' },
    ]);
    expect(settleConflict(dirty, '/a', 'machine').open).toEqual([
      { path: '/a', text: 'disk', savedText: 'disk' },
    ]);
  });

  it('a file that is gone leaves its text, and returns', () => {
    const gone = documentGone(one, '/a');
    expect(gone.open).toEqual([{ path: '/a', text: 'old', savedText: 'old', missing: true }]);
    expect(documentChangedOutside(gone, '/a', 'old').open).toEqual([
      { path: '/a', text: 'old', savedText: 'old' },
    ]);
  });

  it('closing shows the neighbour', () => {
    const three = openDocument(openDocument(one, '/b', ''), '/c', '');
    expect(closeDocument(three, '/c').active).toBe('/b');
    expect(closeDocument(three, '/a').active).toBe('/c');
    expect(closeDocument(one, '/a')).toEqual(NO_DOCUMENTS);
  });

  it('renaming a folder takes its documents along', () => {
    const inside = openDocument(one, '/src/x', 'x');
    const renamed = renameDocuments(inside, '/src', '/lib');
    expect(renamed.active).toBe('/lib/x');
    expect(findDocument(renamed, '/lib/x')?.text).toBe('x');
    expect(findDocument(renamed, '/a')?.text).toBe('old');
  });
});
