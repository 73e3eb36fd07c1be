import { HTTP_SERVER } from './http-server.ts';
import { LANGUAGE_MODULES } from './language-modules.ts';
import { BISECT, HEAPQ, KEYWORD, OPERATOR, STATISTICS } from './algorithms.ts';
import { COLLECTIONS, COLLECTIONS_ABC } from './collections.ts';
import { HASHLIB, HMAC } from './hashlib.ts';
import { CONTEXTLIB, FUNCTOOLS, ITERTOOLS } from './iteration.ts';
import { MATH } from './math-extra.ts';
import { OS, POSIXPATH } from './os.ts';
import { RANDOM, SECRETS } from './random.ts';
import { RE } from './re.ts';
import { SMALL_MODULES } from './small-modules.ts';
import { SOCKET } from './socket.ts';
import { SUBPROCESS } from './subprocess.ts';
import { TIME } from './time.ts';

/** The standard library that CPython has and MicroPython lacks, by path below lib/python3.12. */
export const LIBRARY: ReadonlyMap<string, string> = new Map([
  ...SMALL_MODULES,
  ...LANGUAGE_MODULES,
  ['bisect.py', BISECT],
  ['collections/__init__.py', COLLECTIONS],
  ['collections/abc.py', COLLECTIONS_ABC],
  ['contextlib.py', CONTEXTLIB],
  ['functools.py', FUNCTOOLS],
  ['hashlib.py', HASHLIB],
  ['hmac.py', HMAC],
  ['heapq.py', HEAPQ],
  ['http/server.py', HTTP_SERVER],
  ['itertools.py', ITERTOOLS],
  ['keyword.py', KEYWORD],
  ['_math.py', MATH],
  ['operator.py', OPERATOR],
  ['os/__init__.py', OS],
  ['os/path.py', 'from posixpath import *\n'],
  ['posixpath.py', POSIXPATH],
  ['random.py', RANDOM],
  ['re.py', RE],
  ['secrets.py', SECRETS],
  ['socket.py', SOCKET],
  ['statistics.py', STATISTICS],
  ['subprocess.py', SUBPROCESS],
  ['time.py', TIME],
  ['atexit.py', "_all = []\ndef register(f, *a, **k):\n    _all.append((f, a, k))\n    return f\ndef unregister(f):\n    _all[:] = [x for x in _all if x[0] is not f]\ndef _run():\n    while _all:\n        f, a, k = _all.pop()\n        f(*a, **k)\n"],
]); // prettier-ignore
