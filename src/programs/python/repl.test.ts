import { expect, it } from 'vitest';
import { nodeHost } from '../../host/node.ts';
import { stillHost } from '../../kernel/testing/boot.ts';
import { KEYS } from '../../kernel/testing/test-terminal.ts';
import { openTestTerminal } from '../../world/testing/open-terminal.ts';

it('python on a terminal reads, runs and shows', async () => {
  const terminal = await openTestTerminal('docker pull -q python:3.12-slim', {
    ...stillHost,
    compile: nodeHost.compile,
  });
  const keys = ['docker run -it --rm python:3.12-slim\r', '1 + 1\r', '_ * 21\r', 'def f(x):\r', '    return x / 0\r', '\r', 'f(1)\r',
    'if True\r', 'while True: pass\r', '\r', KEYS.interrupt, 'y = (1,\r', '2)\r', 'y\r', '_ + (3,)\r', 'exit()\r', 'echo $?\r']; // prettier-ignore
  for (const key of keys) await terminal.type(key, 1500);
  const shown = terminal.screen.split('\n');
  expect(shown.slice(shown.indexOf('>>> f(1)')).join('\n')).toBe(`>>> f(1)
Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
  File "<stdin>", line 2, in f
ZeroDivisionError: division by zero
>>> if True
  File "<stdin>", line 1
    if True
           ^
SyntaxError: expected ':'
>>> while True: pass
...
^C
KeyboardInterrupt
>>> y = (1,
... 2)
>>> y
(1, 2)
>>> _ + (3,)
(1, 2, 3)
>>> exit()
$ echo $?
0
$`);
}, 40_000);
