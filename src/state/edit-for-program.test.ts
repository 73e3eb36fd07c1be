import { expect, it, vi } from 'vitest';
import { closeDocument, createDocumentStore } from './documents.ts';
import { editForProgram } from './edit-for-program.ts';
import { createSessionStore } from './session.ts';
import type { Workbench } from './workbench.ts';

function open(query: () => Promise<{ text: string }>) {
  const [documents, session, post] = [createDocumentStore(), createSessionStore(), vi.fn()];
  const connection = { post, query };
  const workbench = { documents, session, connection, notify: vi.fn() } as unknown as Workbench;
  return { workbench, documents, session, post };
}

it('opens the file and tells when its tab is closed', async () => {
  const { workbench, documents, post } = open(() => Promise.resolve({ text: 'FROM alpine\n' }));
  editForProgram(workbench, 7, '/root/app/Dockerfile');
  await vi.waitFor(() => expect(documents.getState().active).toBe('/root/app/Dockerfile'));
  expect(post).not.toHaveBeenCalled();
  documents.setState((state) => closeDocument(state, '/root/app/Dockerfile'));
  expect(post).toHaveBeenCalledExactlyOnceWith({ kind: 'editor.closed', id: 7 });
});

it('tells the machine that came after nothing, whose programs have the same numbers', async () => {
  const { workbench, documents, session, post } = open(() => Promise.resolve({ text: '' }));
  editForProgram(workbench, 1, '/a');
  await vi.waitFor(() => expect(documents.getState().active).toBe('/a'));
  session.setState({ epoch: 1 });
  documents.setState((state) => closeDocument(state, '/a'));
  expect(post).not.toHaveBeenCalled();
});

it('opens nothing where the machine ended before it could answer', async () => {
  const { workbench, documents, session } = open(() => Promise.reject(new Error('restarted')));
  editForProgram(workbench, 1, '/a');
  session.setState({ epoch: 1 });
  await Promise.resolve();
  await Promise.resolve();
  expect(documents.getState().open).toEqual([]);
});
