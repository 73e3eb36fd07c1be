import { CODECS, FORMATTING } from './formatting.ts';
import { HTTP_SERVER } from './http-server.ts';
import { OS, POSIXPATH } from './os.ts';
import { SMALL_MODULES } from './small-modules.ts';
import { SOCKET } from './socket.ts';
import { TIME } from './time.ts';
import { TRACEBACK } from './traceback.ts';

/** The standard library that CPython has and MicroPython lacks, by path below lib/python3.12. */
export const LIBRARY: ReadonlyMap<string, string> = new Map([
  ...SMALL_MODULES,
  ['_codecs.py', CODECS],
  ['_formatting.py', FORMATTING],
  ['http/server.py', HTTP_SERVER],
  ['os.py', OS],
  ['posixpath.py', POSIXPATH],
  ['socket.py', SOCKET],
  ['time.py', TIME],
  ['traceback.py', TRACEBACK],
  ['atexit.py', "_all = []\ndef register(f, *a, **k):\n    _all.append((f, a, k))\n    return f\ndef unregister(f):\n    _all[:] = [x for x in _all if x[0] is not f]\ndef _run():\n    while _all:\n        f, a, k = _all.pop()\n        f(*a, **k)\n"],
]); // prettier-ignore
