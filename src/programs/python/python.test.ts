import { describe, expect, it } from 'vitest';
import { openTestSession } from '../../../test/support/open-session.ts';
import type { CommandSession } from '../../world/run-commands.ts';
import { PROJECT_FOLDER } from '../../world/world.ts';

/** A shell of a machine with the image on it. */
async function openPythonShell(): Promise<CommandSession> {
  const session = openTestSession(PROJECT_FOLDER);
  await session.run({ command: 'docker pull -q python:3.12-slim' });
  return session;
}

const RUN = 'docker run -i --rm python:3.12-slim python';

describe('python in a container', () => {
  it.each([
    ['-V', '', 'Python 3.12.12\n', 0],
    ['-c \'import sys; print(sys.argv, {**{"a": 1}}, [*range(2)], flush=True); sys.exit(3)\' x', '', "['-c', 'x'] {'a': 1} [0, 1]\n", 3],
    ['- y', 'import os, sys\nprint(os.environ["LANG"], sys.argv, __name__)\n', "C.UTF-8 ['-', 'y'] __main__\n", 0],
    ['-c "print(input()[::-1])"', 'abc\n', 'cba\n', 0],
    ['-c "import nope"', '', 'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nModuleNotFoundError: No module named \'nope\'\n', 1],
    ['none.py', '', "python: can't open file '/none.py': [Errno 2] No such file or directory\n", 2],
    ['-c \'print("-5".zfill(4), "a bc".title(), "ab".ljust(4) + "|", "ab".rjust(3), "x.py".removesuffix(".py"), "a1".isalnum())\'', '', '-005 A Bc ab  |  ab x True\n', 0],
    ['-c \'print(len(range(10**12)), range(5, 10**12)[-1], 10**11 in range(0, 10**12, 2), range(10**12)[2:5], [i for i in range(2**40, 2**40 + 2)])\'', '', '1000000000000 999999999999 True range(2, 5) [1099511627776, 1099511627777]\n', 0],
    ['', 'class M: pass\nclass B:\n    def __init__(self, x): self.x = x\nclass C(M, B): pass\nclass E(M, Exception): pass\nclass S:\n    def __new__(cls, *a): return object.__new__(cls)\nprint(C(4).x, E("x").args, type(S(1)).__name__)\nclass A(object): pass\nclass D(A): pass\nD(1)\n', '4 (\'x\',) S\nTraceback (most recent call last):\n  File "<stdin>", line 11, in <module>\nTypeError: D() takes no arguments\n', 1],
    ['', 'def h(a, /, **k): return a, k\nprint(h(1, a=2))\ndef g(a, b, /, c): pass\ng(a=1, b=2, c=3)\n', "(1, {'a': 2})\nTraceback (most recent call last):\n  File \"<stdin>\", line 4, in <module>\nTypeError: g() got some positional-only arguments passed as keyword arguments: 'a, b'\n", 1],
    ['-c \'bytes(10**10)\'', '', 'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nMemoryError\n', 1],
    ['-m none', '', 'python: No module named none\n', 1],
    ['', 'def f(x):\n    return 1 / x\n\nf(0)\n', 'Traceback (most recent call last):\n  File "<stdin>", line 4, in <module>\n  File "<stdin>", line 2, in f\nZeroDivisionError: division by zero\n', 1],
    ['-c \'f = open("/tmp/a", "w"); print("é", file=f); f.close(); print(open("/tmp/a").read(), end="")\'', '', 'é\n', 0],
    // Calls that waited on the way down must leave the stack as it was.
    ['', 'import json, time\ndef deep(n):\n    if n % 50 == 0: time.sleep(0.001)\n    return max([n], key=lambda _: deep(n + 1))\nfor _ in range(3):\n    try: deep(1)\n    except RecursionError as e: print(e)\ndef down(n): return n and 1 + down(n - 1)\nprint(down(300))\n', 'maximum recursion depth exceeded\n'.repeat(3) + '300\n', 0],
  ])('python %s', async (args, input, output, status) => {
    const session = await openPythonShell();
    const { stdout, stderr, exitCode } = await session.run({ command: `${RUN} ${args}`, input });
    expect(stdout + stderr).toBe(output);
    expect(exitCode).toBe(status);
  }); // prettier-ignore

  it.each([
    ['__import__("jsffi")', "ModuleNotFoundError: No module named 'jsffi'"],
    ['import js', "ModuleNotFoundError: No module named 'js'"],
    ['import _host', "ModuleNotFoundError: No module named '_host'"],
    ['import os; os._call.constructor', "AttributeError: 'function' object has no attribute 'constructor'"],
    ['import os; os._call("constructor", "x").y', "AttributeError: 'NoneType' object has no attribute 'y'"],
  ])('reaches nothing of the JavaScript around it: %s', async (code, error) => {
    const session = await openPythonShell();
    const { stdout, stderr } = await session.run({ command: `${RUN} -c '${code}'` });
    expect([stdout.replace('<undefined>\n', ''), stderr.trim().split('\n').at(-1)]).toEqual(['', error]);
  }); // prettier-ignore

  it('holds its output back unless it is a terminal or told not to', async () => {
    const session = await openPythonShell();
    const code = "'import time\nprint(1)\ntime.sleep(100)'";
    await session.run({ command: `docker run -d --name held python:3.12-slim python -c ${code}` });
    await session.run({
      command: `docker run -d --name told -e PYTHONUNBUFFERED=1 python:3.12-slim python -c ${code}`,
    });
    const { stdout } = await session.run({ command: 'sleep 2; docker logs held; echo -; docker logs told' });
    expect(stdout).toBe('-\n1\n');
  });

  it('stops in the middle of an endless loop', async () => {
    const session = await openPythonShell();
    const command = `${RUN} -c 'while True: pass' & sleep 1; docker kill -s INT $(docker ps -q); wait $!; echo $?`;
    const { stdout, stderr } = await session.run({ command });
    expect(stderr).toContain('KeyboardInterrupt\n');
    expect(stdout).toMatch(/^130$/m);
  });

  it('runs three at a time without mixing them up', async () => {
    const session = await openPythonShell();
    const code = `'import time, sys
kept = []
for i in range(20):
    kept.append(sys.argv[1] * i)
    time.sleep(0.05 if i % 3 else 0)
print(sys.argv[1], sum([len(k) for k in kept]), set("".join(kept)) == {sys.argv[1]})'`;
    const one = (name: string): string => `docker run --rm python:3.12-slim python -c ${code} ${name} &`;
    const { stdout } = await session.run({ command: `${one('a')} ${one('b')} ${one('c')} wait` });
    expect(stdout.split('\n').sort().join(' ').trim()).toBe('a 190 True b 190 True c 190 True');
  });

  it('handles a signal that it was told to', async () => {
    const session = await openPythonShell();
    const code = `'import signal, sys, time
def stop(number, frame):
    print("got", number)
    sys.exit(5)
signal.signal(signal.SIGTERM, stop)
while True: time.sleep(1)'`;
    const { stdout } = await session.run({
      command: `docker run -d --name it python:3.12-slim python -c ${code} >/dev/null; sleep 1; docker stop it; docker wait it; docker logs it`,
    });
    expect(stdout).toBe('it\n5\ngot 15\n');
  });

  it('serves files with http.server', async () => {
    const session = await openPythonShell();
    await session.run({ command: 'docker run -d --name it -p 8000:8000 -w /srv python:3.12-slim python -um http.server; sleep 1' }); // prettier-ignore
    const { stdout } = await session.run({
      command: `docker exec it sh -c 'echo hello > /srv/a.txt'; curl -s localhost:8000/a.txt; curl -s localhost:8000 | grep href; curl -so /dev/null -w '%{http_code}\n' localhost:8000/b; docker logs it 2>/dev/null`,
    });
    expect(stdout).toBe('hello\n<li><a href="a.txt">a.txt</a></li>\n404\nServing HTTP on 0.0.0.0 port 8000 (http://0.0.0.0:8000/) ...\n'); // prettier-ignore
  });

  it('stops at SIGTERM where Flask reloads, and not as PID 1 without', async () => {
    const session = await openPythonShell();
    const { stdout } = await session.run({
      command: `printf 'from flask import Flask\\napp = Flask(__name__)\\n' > app.py
printf 'FROM python:3.12-slim\\nRUN pip install -q flask\\nCOPY app.py .\\nCMD ["flask", "run"]\\n' | docker build -q -f - -t fl . >/dev/null
docker run -d --name reloads fl flask run --debug >/dev/null; docker run -d --name plain fl >/dev/null; sleep 3
docker stop -t 1 reloads plain >/dev/null; docker inspect -f '{{.State.ExitCode}}' reloads plain`,
    });
    expect(stdout).toBe('0\n137\n');
  }, 60_000);

  it('writes JSON as CPython does', async () => {
    const session = await openPythonShell();
    const code = `'import json; print(json.dumps({"a": [1, True, None, {}, "é"]}, indent=2), json.dumps({"b": 1, "a": 2.5}, sort_keys=True))'`;
    const { stdout } = await session.run({ command: `${RUN} -c ${code}` });
    expect(stdout).toBe('{\n  "a": [\n    1,\n    true,\n    null,\n    {},\n    "\\u00e9"\n  ]\n} {"a": 2.5, "b": 1}\n'); // prettier-ignore
  });
});
