import { FUTURES, QUEUE, THREADING } from './threading.ts';
import { BASE64, BINASCII } from './base64.ts';
import { HTTP_SERVER } from './http-server.ts';
import { LANGUAGE_MODULES } from './language-modules.ts';
import { ARGPARSE_HELP } from './argparse-help.ts';
import { ARGPARSE_PARSER } from './argparse.ts';
import { DATACLASSES } from './data-classes.ts';
import { DATETIME } from './datetime.ts';
import { ENUM } from './enum.ts';
import { GLOB, SHUTIL, TEMPFILE } from './file-modules.ts';
import { JSON_MODULE, JSON_TOOL } from './json.ts';
import { LOGGING, LOGGING_CONFIG, LOGGING_HANDLERS } from './logging.ts';
import { PATHLIB } from './pathlib.ts';
import { CSV, FNMATCH, SHLEX, STRING, TEXTWRAP } from './text-modules.ts';
import { URLLIB_ERROR, URLLIB_PARSE, URLLIB_REQUEST } from './urllib.ts';
import { HTTP, HTTP_CLIENT } from './http-client.ts';
import { BISECT, HEAPQ, KEYWORD, OPERATOR, STATISTICS } from './algorithms.ts';
import { COLLECTIONS, COLLECTIONS_ABC } from './collections.ts';
import { HASHLIB, HMAC } from './hashlib.ts';
import { FUNCTOOLS, ITERTOOLS } from './iteration.ts';
import { CONTEXTLIB } from './contextlib.ts';
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
  ['argparse.py', ARGPARSE_HELP + ARGPARSE_PARSER],
  ['csv.py', CSV],
  ['dataclasses.py', DATACLASSES],
  ['datetime.py', DATETIME],
  ['enum.py', ENUM],
  ['fnmatch.py', FNMATCH],
  ['glob.py', GLOB],
  ['http/__init__.py', HTTP],
  ['http/client.py', HTTP_CLIENT],
  ['json/__init__.py', JSON_MODULE],
  ['json/decoder.py', 'from json import JSONDecodeError, JSONDecoder\n'],
  ['json/encoder.py', 'from json import JSONEncoder\n'],
  ['json/tool.py', JSON_TOOL],
  ['logging/__init__.py', LOGGING],
  ['logging/config.py', LOGGING_CONFIG],
  ['logging/handlers.py', LOGGING_HANDLERS],
  ['pathlib.py', PATHLIB],
  ['shlex.py', SHLEX],
  ['shutil.py', SHUTIL],
  ['string.py', STRING],
  ['tempfile.py', TEMPFILE],
  ['textwrap.py', TEXTWRAP],
  ['urllib/__init__.py', ''],
  ['urllib/error.py', URLLIB_ERROR],
  ['urllib/parse.py', URLLIB_PARSE],
  ['urllib/request.py', URLLIB_REQUEST],
  ['base64.py', BASE64],
  ['binascii.py', BINASCII],
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
  ['queue.py', QUEUE],
  ['threading.py', THREADING],
  ['concurrent/__init__.py', ''],
  ['concurrent/futures.py', FUTURES],
  ['time.py', TIME],
  ['atexit.py', "_all = []\ndef register(f, *a, **k):\n    _all.append((f, a, k))\n    return f\ndef unregister(f):\n    _all[:] = [x for x in _all if x[0] is not f]\ndef _run():\n    while _all:\n        f, a, k = _all.pop()\n        f(*a, **k)\n"],
]); // prettier-ignore
