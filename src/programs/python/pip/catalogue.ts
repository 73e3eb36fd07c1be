import { FLASK_APP } from '../packages/flask-app.ts';
import { FLASK_CLI, FLASK_VIEWS, ITSDANGEROUS } from '../packages/flask-cli.ts';
import { FLASK_GLOBALS, FLASK_ROUTING } from '../packages/flask.ts';
import { JINJA_ENVIRONMENT } from '../packages/jinja-environment.ts';
import { JINJA_EXPRESSIONS } from '../packages/jinja-expressions.ts';
import { JINJA_TEMPLATES } from '../packages/jinja.ts';
import { JINJA_FILTERS, MARKUPSAFE } from '../packages/jinja-filters.ts';
import { REDIS_FILES } from '../packages/redis/package.ts';
import { WERKZEUG_DATASTRUCTURES, WERKZEUG_EXCEPTIONS, WERKZEUG_WRAPPERS } from '../packages/werkzeug.ts';
import { WERKZEUG_SECURITY, WERKZEUG_SERVER, WERKZEUG_UTILS } from '../packages/werkzeug-server.ts';

import { DOTENV } from '../packages/dotenv.ts';
import { GUNICORN } from '../packages/gunicorn.ts';
import { PSYCOPG2 } from '../packages/psycopg.ts';
import {
  PSYCOPG,
  PSYCOPG2_ERRORS,
  PSYCOPG2_EXTRAS,
  PSYCOPG2_POOL,
  PSYCOPG2_SQL,
} from '../packages/psycopg-more.ts';
import { REQUESTS, REQUESTS_EXCEPTIONS } from '../packages/requests.ts';
import { WSGI_SERVING } from '../packages/wsgi-serving.ts';
import { VERSIONS } from './versions.ts';

/** What the simulated package index has. */
export interface PythonPackage {
  readonly name: string;
  readonly version: string;
  readonly summary: string;
  readonly wheelBytes: number;
  readonly requires: readonly string[];
  /** Files below site-packages. */
  readonly files: ReadonlyMap<string, string>;
  /** Commands by name, and the module whose `main` each runs. */
  readonly scripts: Readonly<Record<string, string>>;
  /** Versions that there are, the newest last, where they are known. */
  readonly versions: readonly string[];
}

function pack(
  name: string,
  version: string,
  wheelBytes: number,
  summary: string,
  files: Readonly<Record<string, string>>,
  requires: readonly string[] = [],
  scripts: Readonly<Record<string, string>> = {},
): PythonPackage {
  return {
    name,
    version,
    wheelBytes,
    summary,
    files: new Map(Object.entries(files)),
    requires,
    scripts,
    versions: VERSIONS[name] ?? [version],
  };
}

/** Simplified: what Flask stands on comes as names only; our Flask needs none of it. */
export const PACKAGES: readonly PythonPackage[] = [
  pack('blinker', '1.9.0', 8458, 'Fast, simple object-to-object and broadcast signaling', {}),
  pack('click', '8.3.1', 108274, 'Composable command line interface toolkit', {}),
  pack('itsdangerous', '2.2.0', 16234, 'Safely pass data to untrusted environments and back.', {
    'itsdangerous/__init__.py': ITSDANGEROUS,
  }),
  pack('markupsafe', '3.0.3', 22848, 'Safely add untrusted strings to HTML/XML markup.', {
    'markupsafe/__init__.py': MARKUPSAFE,
  }),
  pack(
    'jinja2',
    '3.1.6',
    134899,
    'A very fast and expressive template engine.',
    {
      'jinja2/__init__.py': JINJA_EXPRESSIONS + JINJA_TEMPLATES + JINJA_ENVIRONMENT + JINJA_FILTERS,
      'jinja2/exceptions.py':
        'from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError\n',
    },
    ['markupsafe'],
  ),
  pack(
    'werkzeug',
    '3.1.4',
    224960,
    'The comprehensive WSGI web application library.',
    {
      'werkzeug/__init__.py':
        'from werkzeug.serving import run_simple\nfrom werkzeug.wrappers import Request, Response\n',
      'werkzeug/exceptions.py': WERKZEUG_EXCEPTIONS,
      'werkzeug/datastructures.py': WERKZEUG_DATASTRUCTURES,
      'werkzeug/security.py': WERKZEUG_SECURITY,
      'werkzeug/serving.py': WSGI_SERVING + WERKZEUG_SERVER,
      'werkzeug/utils.py': WERKZEUG_UTILS,
      'werkzeug/wrappers.py': WERKZEUG_WRAPPERS,
    },
    ['markupsafe'],
  ),
  pack(
    'flask',
    '3.1.2',
    103308,
    'A simple framework for building complex web applications.',
    {
      'flask/__init__.py': FLASK_GLOBALS + FLASK_ROUTING + FLASK_APP,
      'flask/cli.py': FLASK_CLI,
      'flask/__main__.py': 'from flask.cli import main\nmain()\n',
      'flask/views.py': FLASK_VIEWS,
      'flask/json.py': 'from flask import json, jsonify\ndumps, loads = json.dumps, json.loads\n',
    },
    ['blinker', 'click', 'itsdangerous', 'jinja2', 'markupsafe', 'werkzeug'],
    { flask: 'flask.cli' },
  ),
  pack('certifi', '2025.11.12', 159438, "Python package for providing Mozilla's CA Bundle.", {}),
  pack('charset-normalizer', '3.4.4', 153940, 'The Real First Universal Charset Detector.', {}),
  pack('idna', '3.11', 71008, 'Internationalized Domain Names in Applications (IDNA)', {}),
  pack(
    'urllib3',
    '2.5.0',
    129795,
    'HTTP library with thread-safe connection pooling, file post, and more.',
    {},
  ),
  pack(
    'requests',
    '2.32.5',
    64738,
    'Python HTTP for Humans.',
    {
      'requests/__init__.py': REQUESTS,
      'requests/exceptions.py': REQUESTS_EXCEPTIONS,
      'requests/auth.py': 'from requests import HTTPBasicAuth\n',
    },
    ['charset_normalizer', 'idna', 'urllib3', 'certifi'],
  ),
  pack('packaging', '25.0', 66469, 'Core utilities for Python packages', {}),
  pack(
    'gunicorn',
    '23.0.0',
    85029,
    'WSGI HTTP Server for UNIX',
    {
      'gunicorn/__init__.py': '',
      'gunicorn/app.py': GUNICORN,
      'gunicorn/__main__.py': 'from gunicorn.app import main\nmain()\n',
      'gunicorn/serving.py': WSGI_SERVING,
    },
    ['packaging'],
    { gunicorn: 'gunicorn.app' },
  ),
  pack(
    'python-dotenv',
    '1.2.1',
    21230,
    'Read key-value pairs from a .env file and set them as environment variables',
    {
      'dotenv/__init__.py': DOTENV,
    },
  ),
  ...['psycopg2-binary', 'psycopg2'].map((name) =>
    pack(name, '2.9.11', 4200000, 'psycopg2 - Python-PostgreSQL Database Adapter', {
      'psycopg2/__init__.py': PSYCOPG2,
      'psycopg2/errors.py': PSYCOPG2_ERRORS,
      'psycopg2/extras.py': PSYCOPG2_EXTRAS,
      'psycopg2/extensions.py':
        'from psycopg2 import connection, cursor\nISOLATION_LEVEL_AUTOCOMMIT, ISOLATION_LEVEL_READ_COMMITTED = 0, 1\n',
      'psycopg2/sql.py': PSYCOPG2_SQL,
      'psycopg2/pool.py': PSYCOPG2_POOL,
    }),
  ),
  pack('psycopg', '3.2.13', 206000, 'PostgreSQL database adapter for Python', {
    'psycopg/__init__.py': PSYCOPG,
    'psycopg/rows.py': 'from psycopg import dict_row, tuple_row\n',
    'psycopg/_core.py': PSYCOPG2.replaceAll('psycopg2', 'psycopg').replace(
      'from psycopg import errors, extensions',
      '',
    ),
    'psycopg/errors.py': PSYCOPG2_ERRORS.replace('import psycopg2 as _p', 'import psycopg._core as _p'),
  }),
  pack('redis', '7.1.0', 354159, 'Python client for Redis database and key-value store', REDIS_FILES),
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
