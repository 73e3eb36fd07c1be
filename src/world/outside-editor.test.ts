import { expect, it } from 'vitest';
import { OutsideEditor } from './outside-editor.ts';
import type { FromWorld } from './protocol.ts';

it('waits until the page has closed the file', async () => {
  const posted: FromWorld[] = [];
  const editor = new OutsideEditor((message) => posted.push(message));
  const order: string[] = [];
  const first = editor.open('/root/a').then(() => order.push('a'));
  const second = editor.open('/root/b').then(() => order.push('b'));
  expect(posted).toEqual([
    { kind: 'editor.open', id: 1, path: '/root/a' },
    { kind: 'editor.open', id: 2, path: '/root/b' },
  ]);
  editor.closed(2);
  await second;
  editor.closed(1);
  await first;
  expect(order).toEqual(['b', 'a']);
});
