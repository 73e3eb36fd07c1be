import type { Process } from '../../kernel/process.ts';
import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { strftime } from '../support/strftime.ts';

type Fields = readonly (readonly [string, string | number])[];

/** Writes what a registry tells, as logrus formats it. */
export class RegistryLog {
  readonly #proc: Process;
  readonly #version: string;
  readonly #goVersion: string;
  readonly #instance: string;

  constructor(proc: Process, version: string, goVersion: string) {
    this.#proc = proc;
    this.#version = version;
    this.#goVersion = goVersion;
    this.#instance = newUuid(proc);
  }

  async write(
    level: 'info' | 'warning' | 'error' | 'fatal',
    message: string,
    fields: Fields = [],
  ): Promise<void> {
    const now = this.#proc.now();
    const nanos = String(Math.floor((now % 1000) * 1e6)).padStart(9, '0');
    const all: Fields = [
      ['time', `${strftime('%Y-%m-%dT%H:%M:%S', now)}.${nanos}Z`],
      ['level', level],
      ['msg', message],
      ['go.version', this.#goVersion],
      ...fields,
      ['instance.id', this.#instance],
      ['service', 'registry'],
      ['version', this.#version],
    ];
    await this.#proc.err(`${all.map(([name, value]) => `${name}=${quoted(value)}`).join(' ')}\n`);
  }

  /** A line for a request that was answered, and one of the access log. */
  async request(request: HttpRequest, response: HttpResponse, bytes: number, remote: string): Promise<void> {
    const agent = request.headers.get('User-Agent') ?? '';
    const failed = response.status >= 400;
    await this.write(
      failed ? 'error' : 'info',
      failed ? 'response completed with error' : 'response completed',
      [
        ['http.request.host', request.headers.get('Host') ?? ''],
        ['http.request.id', newUuid(this.#proc)],
        ['http.request.method', request.method],
        ['http.request.remoteaddr', remote],
        ['http.request.uri', request.target],
        ['http.request.useragent', agent],
        ...(response.headers.has('Content-Type')
          ? [['http.response.contenttype', response.headers.get('Content-Type') ?? ''] as const]
          : []),
        ['http.response.status', response.status],
        ['http.response.written', bytes],
      ],
    );
    const time = strftime('%d/%b/%Y:%H:%M:%S +0000', this.#proc.now());
    const address = remote.replace(/:\d+$/, '');
    await this.#proc.out(
      `${address} - - [${time}] "${request.method} ${request.target} ${request.version}" ${response.status} ${bytes} "" "${agent}"\n`,
    );
  }
}

/** logrus quotes what is not plain. */
function quoted(value: string | number): string {
  const text = String(value);
  return /^[\w.@/^+-]+$/.test(text) ? text : JSON.stringify(text);
}

/** A random UUID of version 4. */
export function newUuid(proc: Process): string {
  const hex = Array.from({ length: 16 }, () => (proc.random() & 255).toString(16).padStart(2, '0')).join('');
  const variant = '89ab'.charAt(proc.random() & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
