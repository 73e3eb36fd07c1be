import { expect, it } from 'vitest';
import { nodeHost } from '../../host/node.ts';
import { stillHost } from '../../kernel/testing/boot.ts';
import { openTestTerminal } from '../../world/testing/open-terminal.ts';

it('node on a terminal tells errors by the line that was typed', async () => {
  const terminal = await openTestTerminal('docker pull -q node:22-slim', {
    ...stillHost,
    compile: nodeHost.compile,
  });
  const keys = ['docker run -it --rm node:22-slim\r', 'const x = {}\r', 'x.no()\r', 'x.a.b\r', 'nope\r', 'const { c } = x.d\r', '.exit\r']; // prettier-ignore
  for (const key of keys) await terminal.type(key, 1500);
  expect(terminal.screen.split('\n').filter((line) => line.startsWith('Uncaught'))).toEqual([
    'Uncaught TypeError: x.no is not a function',
    "Uncaught TypeError: Cannot read properties of undefined (reading 'b')",
    'Uncaught ReferenceError: nope is not defined',
    "Uncaught TypeError: Cannot destructure property 'c' of 'x.d' as it is undefined.",
  ]);
}, 40_000);
