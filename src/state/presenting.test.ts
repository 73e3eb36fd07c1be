import { expect, it } from 'vitest';
import { readScriptLine } from '../lib/script-line.ts';
import { presenterCommands, presenterText, stepTo } from './presenting.ts';

it('has a command a line, without comments, empty lines and prompts', () => {
  const text = '# first\n\ndocker ps -a\n$ docker run \\\n  -d nginx\n   \ncurl localhost \\';
  expect(presenterCommands(text)).toEqual(['docker ps -a', 'docker run \\\n  -d nginx', 'curl localhost']);
});

it('stays within the list', () => {
  const list = { commands: ['a', 'b'], next: 1 };
  expect([stepTo(list, 2).next, stepTo(list, 9).next, stepTo(list, -1).next]).toEqual([2, 2, 0]);
});

it('takes a lesson’s solution, with files that are written and lines for other machines', () => {
  const solution = [
    '@node1 docker run x',
    "cat > a <<'END'\nb: 1\n\n# c\nEND",
    '@node2 docker ps',
    '@off node2',
  ];
  const text = presenterText(solution.map(readScriptLine));
  expect(presenterCommands(text)).toEqual([solution[0], `@node1 ${solution[1]}`, ...solution.slice(2)]);
  expect(presenterText([{ command: 'docker run x # fails' }])).toBe('docker run x');
  expect(presenterCommands('cat <<< word\nls')).toEqual(['cat <<< word', 'ls']);
});
