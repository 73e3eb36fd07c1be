import { isSysError } from '../../../kernel/errno.ts';
import { concatBytes, toText } from '../../../lib/bytes.ts';
import type { OpenFile } from '../../../kernel/files/open-file.ts';
import type { Process, Program } from '../../../kernel/process.ts';
import type { HttpResponseHead } from '../../http/http-message.ts';
import type { Options } from '../../support/parse-options.ts';
import { parseUrl, resolveLocation, type ParsedUrl } from '../url.ts';
import { ConnectionPool } from './connection-pool.ts';
import { CurlError } from './curl-error.ts';
import { CookieJar } from './cookie-jar.ts';
import { expandUrl, type ExpandedUrl } from './expand-url.ts';
import { parseCurlOptions, requestBody, type RequestBody } from './curl-options.ts';
import { PROGRESS_HEAD, progressLine } from './progress.ts';
import { newTransferInfo, transfer, type TransferInfo } from './transfer.ts';
import { formatWriteOut } from './write-out.ts';

const VERSION =
  'curl 8.14.1 (x86_64-pc-linux-gnu) libcurl/8.14.1\nRelease-Date: 2025-06-04\nProtocols: http\nFeatures: \n';

/** curl: HTTP/1.1 over the network of the process. Simplified: https is refused (no certificates here), HTTP/2 is not spoken. @see curl(1) 8.14 */
export const curl: Program = async (proc) => {
  let options: Options;
  try {
    options = parseCurlOptions(proc.argv.slice(1));
  } catch (error) {
    if (!(error instanceof CurlError)) throw error;
    await proc.err(
      `curl: ${error.message}\ncurl: try 'curl --help' or 'curl --manual' for more information\n`,
    );
    return error.status;
  }
  if (options.has('V', 'version')) return print(proc, VERSION);
  if (options.has('h', 'help')) return print(proc, 'Usage: curl [options...] <url>\n');
  const urls = [...options.values('url'), ...options.operands];
  if (urls.length === 0) {
    await proc.err(
      "curl: (2) no URL specified\ncurl: try 'curl --help' or 'curl --manual' for more information\n",
    );
    return 2;
  }
  const posts = options.given.some(([key]) => key === 'json' || /^d$|^data-/.test(key));
  if (options.has('I') && posts && !options.has('G')) {
    await proc.err(
      'Warning: You can only select one HTTP request method! You asked for both POST \nWarning: (-d, --data) and HEAD (-I, --head).\n',
    );
    return 2;
  }
  let status = 0;
  const pool = new ConnectionPool();
  const jar = openJar(proc, options);
  for (const [index, pattern] of urls.entries()) {
    try {
      const expanded = options.has('g') ? [{ url: pattern, chosen: [] }] : expandUrl(pattern);
      for (const url of expanded) status = await new Fetch(proc, options, pool, jar, url, index).run();
    } catch (error) {
      if (!(error instanceof CurlError)) throw error;
      if (!options.has('s') || options.has('S')) await proc.err(`curl: (${error.status}) ${error.message}\n`);
      status = error.status;
      break;
    }
  }
  pool.close();
  await closeJar(proc, options, jar);
  return status;
};

/** The cookies of the files that -b names; undefined where no cookies are kept: `-b name=value` alone only sends. */
function openJar(proc: Process, options: Options): CookieJar | undefined {
  const files = options.values('b').filter((value) => !value.includes('='));
  if (files.length === 0 && !options.has('c')) return undefined;
  const jar = new CookieJar();
  for (const path of files)
    if (path !== '' && proc.files.access(path, 4)) jar.load(proc.files.readText(path), proc.now());
  return jar;
}

async function closeJar(proc: Process, options: Options, jar: CookieJar | undefined): Promise<void> {
  const path = options.value('c');
  if (!jar || path === undefined) return;
  const text = jar.format(proc.now());
  if (path === '-') return void (await proc.out(text));
  try {
    proc.files.writeFile(path, text, { mode: 0o600 });
  } catch (error) {
    if (!isSysError(error)) throw error;
    await proc.err(`WARNING: failed to save cookies in ${path}: failed creating\n`);
  }
}

async function print(proc: Process, text: string): Promise<number> {
  await proc.out(text);
  return 0;
}

/** One URL of the command line, with its retries and redirects. */
class Fetch {
  readonly #proc: Process;
  readonly #options: Options;
  readonly #pool: ConnectionPool;
  readonly #jar: CookieJar | undefined;
  readonly #url: string;
  #file: string | undefined;
  /** The URL says nothing that a file could be called by. */
  readonly #isUnnamed: boolean;
  /** The server may say what the file is called. */
  readonly #takesName: boolean;
  #output: OpenFile | undefined;
  #info: TransferInfo = newTransferInfo();
  #current = '';
  #redirects = 0;
  #method = 'GET';
  readonly #startMs: number;

  constructor(
    proc: Process,
    options: Options,
    pool: ConnectionPool,
    jar: CookieJar | undefined,
    { url, chosen }: ExpandedUrl,
    index: number,
  ) {
    this.#proc = proc;
    this.#options = options;
    this.#pool = pool;
    this.#jar = jar;
    this.#url = url;
    this.#startMs = proc.now();
    const outputs = options.given.filter(([key]) => key === 'o' || key === 'O');
    const output = outputs[index];
    const named = parseUrl(url)?.target.replace(/\?.*/, '').split('/').at(-1);
    const file =
      output?.[0] === 'O'
        ? named || 'curl_response'
        : output?.[1]?.replace(/#(\d+)/g, (whole, number: string) => chosen[Number(number) - 1] ?? whole);
    this.#isUnnamed = output?.[0] === 'O' && named === '';
    this.#takesName = output?.[0] === 'O' && options.has('J');
    this.#file = file === '-' ? undefined : file;
  }

  async run(): Promise<number> {
    if (this.#isUnnamed && !this.#options.has('s'))
      await this.#proc.err('Warning: No remote filename, uses "curl_response"\n');
    const upload = this.#options.value('T');
    if (upload !== undefined && !/^[-.]$/.test(upload) && !this.#proc.files.access(upload, 4)) {
      if (!this.#options.has('s') || this.#options.has('S'))
        await this.#proc.err(
          `curl: cannot open '${upload}'\ncurl: try 'curl --help' or 'curl --manual' for more information\ncurl: (26) Failed to open/read local data from file/application\n`,
        );
      return 26;
    }
    const tries = Number(this.#options.value('retry') ?? 0);
    let failure: CurlError | undefined;
    for (let attempt = 0; ; attempt++) {
      failure = await this.#attempt();
      if (attempt >= tries || !this.#isWorthRetrying(failure)) break;
      const delay = Number(this.#options.value('retry-delay') ?? Math.min(600, 2 ** attempt));
      const left = tries - attempt;
      if (!this.#options.has('s')) {
        const why = failure
          ? failure.status === 28
            ? 'timeout'
            : failure.status === 7
              ? 'connection refused'
              : 'error'
          : 'HTTP error';
        await this.#proc.err(
          `Warning: Problem: ${why}. Will retry in ${delay} second${delay === 1 ? '' : 's'}. ${left} retr${left === 1 ? 'y' : 'ies'} left.\n`,
        );
      }
      await this.#proc.sleep(delay * 1000);
    }
    return this.#finish(failure);
  }

  #isWorthRetrying(failure: CurlError | undefined): boolean {
    if (this.#options.has('retry-all-errors')) return failure !== undefined || this.#info.status >= 400;
    if (failure)
      return (
        failure.status === 28 ||
        (failure.status === 7 && this.#options.has('retry-connrefused')) ||
        (failure.status === 22 && this.#isTransient())
      );
    return this.#isTransient();
  }

  #isTransient(): boolean {
    return [408, 429, 500, 502, 503, 504].includes(this.#info.status);
  }

  async #finish(failure: CurlError | undefined): Promise<number> {
    const options = this.#options;
    this.#output?.release();
    if (failure && (!options.has('s') || options.has('S')))
      await this.#proc.err(`curl: (${failure.status}) ${failure.message}\n`);
    const format = options.value('w');
    const parsed = parseUrl(this.#current);
    if (format !== undefined && parsed) {
      const text = format.startsWith('@') ? this.#proc.files.readText(format.slice(1)) : format;
      await this.#proc.out(
        formatWriteOut(text, {
          info: this.#info, url: this.#current, parsed, totalMs: this.#proc.now() - this.#startMs, redirects: this.#redirects, exitCode: failure?.status ?? 0,
          error: failure?.message ?? '', file: this.#file, method: this.#method,
        }), // prettier-ignore
      );
    }
    return failure?.status ?? 0;
  }

  /** @returns what went wrong */
  async #attempt(): Promise<CurlError | undefined> {
    const limit = Number(this.#options.value('m') ?? 0);
    const connectLimit = Number(this.#options.value('connect-timeout') ?? 0);
    const done = { value: false };
    let timedOut: string | undefined;
    const start = this.#proc.now();
    const guard = (seconds: number, message: () => string | undefined): void => {
      if (!(seconds > 0)) return;
      this.#proc.thread('timer', async () => {
        await this.#proc.sleep(seconds * 1000);
        const text = done.value ? undefined : message();
        if (text === undefined) return;
        timedOut = text;
        this.#proc.interrupt();
      });
    };
    guard(limit, () =>
      this.#info.connectMs > 0
        ? `Operation timed out after ${Math.floor(this.#proc.now() - start)} milliseconds with ${this.#info.bodyBytes} bytes received`
        : `Connection timed out after ${Math.floor(this.#proc.now() - start)} milliseconds`,
    );
    guard(connectLimit, () => (this.#info.connectMs > 0 ? undefined : this.#connectTimeout(start)));
    try {
      await this.#follow();
      return undefined;
    } catch (error) {
      if (error instanceof CurlError) return error;
      if (isSysError(error, 'EINTR') && timedOut !== undefined) return new CurlError(28, timedOut);
      if (isSysError(error) && error.path !== undefined)
        return new CurlError(26, 'Failed to open/read local data from file/application');
      if (isSysError(error, 'EPIPE') || isSysError(error, 'ENOSPC'))
        return new CurlError(23, 'Failure writing output to destination, passed 0 returned -1');
      throw error;
    } finally {
      done.value = true;
    }
  }

  #connectTimeout(start: number): string {
    const url = parseUrl(this.#current);
    return `Failed to connect to ${url?.host ?? ''} port ${url?.port ?? 0} after ${Math.floor(this.#proc.now() - start)} ms: Timeout was reached`;
  }

  async #follow(): Promise<void> {
    const options = this.#options;
    this.#current = this.#url;
    this.#redirects = 0;
    let body = await this.#body();
    if (body && options.has('G')) {
      this.#current += `${this.#current.includes('?') ? '&' : '?'}${toText(body.bytes)}`;
      body = undefined;
    }
    const upload = options.value('T');
    if (upload !== undefined && this.#current.endsWith('/')) this.#current += upload.split('/').at(-1) ?? '';
    const implied = upload !== undefined ? 'PUT' : body ? 'POST' : 'GET';
    this.#method = options.value('X') ?? (options.has('I') ? 'HEAD' : implied);
    for (;;) {
      const url = this.#parse(this.#current);
      this.#info = newTransferInfo();
      await this.#one(url, body);
      const location = this.#info.headers.get('Location');
      if (!options.has('L') || location === undefined || this.#info.status < 300 || this.#info.status >= 400)
        return;
      if (++this.#redirects > Number(options.value('max-redirs') ?? 50))
        throw new CurlError(47, `Maximum (${options.value('max-redirs') ?? 50}) redirects followed`);
      this.#current = resolveLocation(url, location);
      if ([301, 302, 303].includes(this.#info.status) && body) {
        body = undefined;
        if (!options.has('X')) this.#method = 'GET';
      }
    }
  }

  /** Simplified: what comes from stdin is read to its end and sent with its length, where curl sends it in chunks. */
  async #body(): Promise<RequestBody | undefined> {
    const { files, stdin } = this.#proc;
    const wantsStdin = this.#options.given.some(
      ([key, value]) =>
        (key === 'T' && (value === '-' || value === '.')) || (value === '@-' && key !== 'data-raw'),
    );
    const pieces: Uint8Array[] = [];
    for (let piece = wantsStdin ? await stdin.read(65536) : null; piece; piece = await stdin.read(65536)) {
      this.#proc.allocate(piece.length);
      pieces.push(piece);
    }
    const read = (path: string): Uint8Array => (path === '-' ? concatBytes(pieces) : files.readFile(path));
    return requestBody(this.#options, read, () => this.#proc.random());
  }

  #parse(text: string): ParsedUrl {
    const url = parseUrl(text);
    if (!url) {
      const why = /^\w+:\/\/(?:[/:?#]|$)/.test(text)
        ? 'No host part in the URL'
        : /^(?:\w+:\/\/)?[^/?#\s]*:[^/?#\]\s]+(?:[/?#]|$)/.test(text)
          ? 'Port number was not a decimal number between 0 and 65535'
          : 'Malformed input to a URL function';
      throw new CurlError(3, `URL rejected: ${why}`);
    }
    if (url.scheme === 'https')
      throw new CurlError(35, 'TLS connect error: error:00000000:lib(0)::reason(0)');
    if (url.scheme !== 'http') throw new CurlError(1, `Protocol "${url.scheme}" not supported`);
    return url;
  }

  async #one(url: ParsedUrl, body: RequestBody | undefined): Promise<void> {
    const options = this.#options;
    const meter =
      !options.has('s') &&
      !options.has('no-progress-meter') &&
      (this.#file !== undefined || this.#proc.stdout.kind !== 'tty');
    const start = this.#proc.now();
    let total: number | undefined;
    if (meter) await this.#proc.err(`${PROGRESS_HEAD}${progressLine(0, 0, 0)}`);
    let fails = false;
    try {
      const cookies = this.#jar?.headerFor(url, start);
      const request = { method: this.#method, body, cookies };
      await transfer(this.#proc, options, this.#pool, url, request, this.#info, {
        head: async (head) => {
          this.#jar?.take(url, head.headers.getAll('Set-Cookie'), this.#proc.now());
          fails = options.has('f', 'fail-with-body') && head.status >= 400;
          total = Number(head.headers.get('Content-Length') ?? 0) || undefined;
          if (this.#takesName)
            this.#file = attachmentName(head.headers.get('Content-Disposition')) ?? this.#file;
          await this.#showHead(head);
        },
        body: async (bytes) => {
          const redirected =
            options.has('L') &&
            this.#info.status >= 300 &&
            this.#info.status < 400 &&
            this.#info.headers.has('Location');
          if ((fails && options.has('f')) || redirected) return;
          await this.#write(bytes);
        },
      });
    } finally {
      if (meter)
        await this.#proc.err(`${progressLine(this.#info.bodyBytes, total, this.#proc.now() - start)}\n`);
    }
    if (fails) throw new CurlError(22, `The requested URL returned error: ${this.#info.status}`);
    if (this.#file !== undefined && !this.#output) await this.#write(new Uint8Array(0));
  }

  async #showHead({ version, status, reason, headers }: HttpResponseHead): Promise<void> {
    const text = `${version} ${status} ${reason}\r\n${headers.toString()}\r\n`;
    const dump = this.#options.value('D');
    if (dump === '-') await this.#proc.out(text);
    else if (dump !== undefined) this.#proc.files.writeFile(dump, text);
    if (this.#options.has('i', 'I')) await this.#write(new TextEncoder().encode(text));
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (this.#file === undefined) return void (await this.#proc.out(bytes));
    if (!this.#output) {
      try {
        this.#output = await this.#proc.open(this.#file, {
          read: false,
          write: true,
          create: true,
          truncate: true,
        });
        this.#output.retain();
      } catch (error) {
        if (!isSysError(error)) throw error;
        if (!this.#options.has('s'))
          await this.#proc.err(`Warning: Failed to open the file ${this.#file}: ${error.message}\n`);
        throw new CurlError(23, `Failure writing output to destination, passed ${bytes.length} returned 0`);
      }
    }
    await this.#output.write(bytes);
  }
}

/** `attachment; filename="a.txt"`: its last part, so that no server chooses a folder. */
function attachmentName(disposition: string | null | undefined): string | undefined {
  const found = /\bfilename="?([^";]+)"?/i.exec(disposition ?? '')?.[1];
  return found?.split(/[/\\]/).at(-1) || undefined;
}
