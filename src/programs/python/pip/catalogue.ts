import { FLASK } from '../packages/flask.ts';
import { FLASK_APP } from '../packages/flask-app.ts';
import { REDIS_CLIENT, REDIS_EXCEPTIONS } from '../packages/redis.ts';
import { TEMPLATE } from '../packages/template.ts';

/** What the simulated package index has. */
export interface PythonPackage {
  readonly name: string;
  readonly version: string;
  readonly summary: string;
  readonly wheelBytes: number;
  readonly requires: readonly string[];
  /** Files below site-packages. */
  readonly files: ReadonlyMap<string, string>;
}

function pack(
  name: string,
  version: string,
  wheelBytes: number,
  summary: string,
  files: Readonly<Record<string, string>>,
  requires: readonly string[] = [],
): PythonPackage {
  return { name, version, wheelBytes, summary, files: new Map(Object.entries(files)), requires };
}

/** Simplified: what Flask stands on comes as names only; our Flask needs none of it. */
const PACKAGES: readonly PythonPackage[] = [
  pack('blinker', '1.9.0', 8458, 'Fast, simple object-to-object and broadcast signaling', {}),
  pack('click', '8.3.1', 108274, 'Composable command line interface toolkit', {}),
  pack('itsdangerous', '2.2.0', 16234, 'Safely pass data to untrusted environments and back.', {}),
  pack('markupsafe', '3.0.3', 22848, 'Safely add untrusted strings to HTML/XML markup.', {
    'markupsafe/__init__.py': 'from flask import Markup, escape\n',
  }),
  pack(
    'jinja2',
    '3.1.6',
    134899,
    'A very fast and expressive template engine.',
    {
      'jinja2/__init__.py':
        'from _template import render\nclass Template:\n    def __init__(self, source): self._source = source\n    def render(self, *a, **k): return render(self._source, dict(*a, **k))\n',
      '_template.py': TEMPLATE,
    },
    ['markupsafe'],
  ),
  pack(
    'werkzeug',
    '3.1.4',
    224960,
    'The comprehensive WSGI web application library.',
    {
      'werkzeug/__init__.py': '',
      'werkzeug/exceptions.py':
        'from flask import HTTPException, abort\nclass NotFound(HTTPException):\n    def __init__(self, d=None): HTTPException.__init__(self, 404, d)\n',
    },
    ['markupsafe'],
  ),
  pack(
    'flask',
    '3.1.2',
    103308,
    'A simple framework for building complex web applications.',
    { 'flask/__init__.py': FLASK + FLASK_APP },
    ['blinker', 'click', 'itsdangerous', 'jinja2', 'markupsafe', 'werkzeug'],
  ),
  pack('redis', '7.1.0', 354159, 'Python client for Redis database and key-value store', {
    'redis/__init__.py': REDIS_CLIENT + 'from redis import exceptions\n',
    'redis/exceptions.py': REDIS_EXCEPTIONS,
  }),
];

/** By its normalized name: case, `-`, `_` and `.` don't matter. */
export function findPackage(name: string): PythonPackage | undefined {
  const normal = normalName(name);
  return PACKAGES.find((one) => one.name === normal);
}

/** @see PEP 503 */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
