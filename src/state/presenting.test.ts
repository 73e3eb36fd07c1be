import { expect, it } from 'vitest';
import { presenterCommands, stepTo } from './presenting.ts';

it('has a command a line, without comments, empty lines and prompts', () => {
  const text = '# first\n\ndocker ps -a\n$ docker run \\\n  -d nginx\n   \ncurl localhost \\';
  expect(presenterCommands(text)).toEqual(['docker ps -a', 'docker run \\\n  -d nginx', 'curl localhost']);
});

it('stays within the list', () => {
  const list = { commands: ['a', 'b'], next: 1 };
  expect([stepTo(list, 2).next, stepTo(list, 9).next, stepTo(list, -1).next]).toEqual([2, 2, 0]);
});
