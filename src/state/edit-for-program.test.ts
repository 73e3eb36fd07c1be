import { expect, it, vi } from 'vitest';
import { closeDocument, createDocumentStore } from './documents.ts';
import { editForProgram } from './edit-for-program.ts';
import type { Workbench } from './workbench.ts';

it('opens the file and tells when its tab is closed', async () => {
  const documents = createDocumentStore();
  const post = vi.fn();
  const query = vi.fn(() => Promise.resolve({ text: 'FROM alpine\n' }));
  const workbench = { documents, connection: { post, query }, notify: vi.fn() } as unknown as Workbench;
  editForProgram(workbench, 7, '/root/app/Dockerfile');
  await vi.waitFor(() => expect(documents.getState().active).toBe('/root/app/Dockerfile'));
  expect(post).not.toHaveBeenCalled();
  documents.setState((state) => closeDocument(state, '/root/app/Dockerfile'));
  expect(post).toHaveBeenCalledExactlyOnceWith({ kind: 'editor.closed', id: 7 });
});
