import { expect } from '@playwright/test';
import { test, Workbench } from './workbench.ts';

test('a learner’s Python runs in the page, and comes with its first use', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const workbench = new Workbench(page);
  await workbench.open();
  expect(loaded.filter((path) => path.includes('micropython'))).toEqual([]);

  await workbench.type(
    'docker run -d --name app python:3.12-slim python -c "import time; time.sleep(1000)"\n',
  );
  await workbench.expectTerminal('Status: Downloaded newer image for python:3.12-slim');
  await workbench.prompt();
  await workbench.type('docker exec app python -c "print(6 * 7, [x for x in range(3)])"\n');
  await workbench.expectTerminal('\n42 [0, 1, 2]');
  await workbench.prompt();
  expect(loaded.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);

  await test.step('an endless loop leaves the page alone, and ends at Ctrl+C', async () => {
    const loop = `print('round and round', flush=True); sum(0 for _ in range(10**9))`;
    await workbench.type(`docker run -it --rm python:3.12-slim python -c "${loop}"\n`);
    await workbench.expectTerminal('\nround and round');
    await page.keyboard.press('Control+c');
    await workbench.expectTerminal('KeyboardInterrupt');
    await workbench.prompt();
  });

  await test.step('calls without an end stay within the stack of a worker', async () => {
    const program = [
      'class A:',
      ' def __eq__(self, o): return self == o',
      'class B:',
      ' def __repr__(self): return repr([self])',
      'def f(n): return max([n], key=lambda x: f(n + 1))',
      'for call in (lambda: A() == 1, lambda: repr(B()), lambda: f(1)):',
      ' try: call()',
      ' except RecursionError as e: print(e)',
    ];
    await workbench.run(`printf '${program.join('\\n')}\\n' > deep.py; docker cp -q deep.py app:/`);
    await workbench.type('docker exec app python deep.py | uniq -c\n');
    await workbench.expectTerminal('3 maximum recursion depth exceeded');
    await workbench.prompt();
  });

  await test.step('python alone is a conversation', async () => {
    await workbench.type('docker run -it --rm python:3.12-slim\n');
    await workbench.expectTerminal('or "license" for more information.\n>>>');
    await workbench.type('[n * n for n in range(4)]\n');
    await workbench.expectTerminal('\n[0, 1, 4, 9]\n>>>');
    await workbench.type('def half(n):\n    return n / 2\n\nhalf(9)\n');
    await workbench.expectTerminal('\n4.5\n>>>');
    await workbench.type('half("x")\n');
    await workbench.expectTerminal('TypeError: unsupported operand type(s) for /');
    await workbench.type('exit()\n');
    await workbench.prompt();
  });
});
