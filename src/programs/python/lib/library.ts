import { HTTP_SERVER } from './http-server.ts';
import { LANGUAGE_MODULES } from './language-modules.ts';
import { OS, POSIXPATH } from './os.ts';
import { SMALL_MODULES } from './small-modules.ts';
import { SOCKET } from './socket.ts';
import { TIME } from './time.ts';

/** The standard library that CPython has and MicroPython lacks, by path below lib/python3.12. */
export const LIBRARY: ReadonlyMap<string, string> = new Map([
  ...SMALL_MODULES,
  ...LANGUAGE_MODULES,
  ['http/server.py', HTTP_SERVER],
  ['os.py', OS],
  ['posixpath.py', POSIXPATH],
  ['socket.py', SOCKET],
  ['time.py', TIME],
  ['atexit.py', "_all = []\ndef register(f, *a, **k):\n    _all.append((f, a, k))\n    return f\ndef unregister(f):\n    _all[:] = [x for x in _all if x[0] is not f]\ndef _run():\n    while _all:\n        f, a, k = _all.pop()\n        f(*a, **k)\n"],
]); // prettier-ignore
