import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { toBytes } from '../../lib/bytes.ts';
import { HttpHeaders } from '../http/http-headers.ts';
import { HttpFormatError } from '../http/http-message.ts';
import { EmptyReplyError, httpRequest, UnknownHostError, type HttpExchange } from '../http/http-request.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { barProgress, dotProgress, perSecond } from './wget-progress.ts';
import { strftime } from '../support/strftime.ts';
import { parseUrl, resolveLocation, type ParsedUrl } from './url.ts';

/** wget of GNU and of busybox. Simplified: http only, no recursion. @see wget(1) 1.25 */
export const wget: Program = command(
  {
    short: 'qO:ST:t:U:cP:Y:vd:i:nNo:',
    long: {
      quiet: 'q', 'output-document': 'O:', 'server-response': 'S', timeout: 'T:', tries: 't:', 'user-agent': 'U:', spider: 'spider', header: 'header:', 'post-data': 'post-data:',
      'post-file': 'post-file:', method: 'method:', 'no-check-certificate': 'no-check-certificate', continue: 'c', 'directory-prefix': 'P:', 'no-verbose': 'n', 'show-progress': 'show-progress',
      'body-data': 'post-data:', 'content-on-error': 'content-on-error',
    },
    usage: '[OPTION]... [URL]...',
    busyboxUsage: "[-cqS] [--spider] [-O FILE] [-o LOGFILE] [--header STR]\n\t[--post-data STR | --post-file FILE] [-Y on/off]\n\t[--no-check-certificate] [-P DIR] [-U AGENT] [-T SEC] URL...\n\nRetrieve files via HTTP or FTP",
    version: 'GNU Wget 1.25.0 built on linux-gnu.\n',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing URL');
    let status = 0;
    for (const url of options.operands) status = (await new Retrieval(proc, options, url).run()) || status;
    return status;
  },
); // prettier-ignore

/** What has been said when a server hangs up. */
const AWAITED = 'connected.\nHTTP request sent, awaiting response... ';

class Retrieval {
  readonly #proc: Process;
  readonly #options: Options;
  #address: string;
  readonly #quiet: boolean;

  constructor(proc: Process, options: Options, address: string) {
    this.#proc = proc;
    this.#options = options;
    this.#address = /^[a-z]+:\/\//i.test(address) ? address : `http://${address}`;
    this.#quiet = options.has('q');
  }

  async #say(text: string): Promise<void> {
    if (!this.#quiet) await this.#proc.err(text);
  }

  async run(): Promise<number> {
    const seconds = Number(this.#options.value('T') ?? 0);
    let timedOut = false;
    if (seconds > 0) {
      this.#proc.thread('timer', async () => {
        await this.#proc.sleep(seconds * 1000);
        timedOut = true;
        this.#proc.interrupt();
      });
    }
    try {
      for (let hops = 0; hops < 20; hops++) {
        const status = await this.#retrieve();
        if (status !== undefined) return status;
      }
      throw new CommandFailure(
        this.#proc.busybox ? 'too many redirections' : '20 redirections exceeded.',
        this.#proc.busybox ? 1 : 8,
      );
    } catch (error) {
      if (timedOut && isSysError(error, 'EINTR'))
        throw new CommandFailure('download timed out', this.#proc.busybox ? 1 : 4);
      return this.#giveUp(error);
    }
  }

  /** GNU's words for a failure are part of its log: `-q` silences them too, and those that end a line have no name before them. */
  async #giveUp(error: unknown): Promise<number> {
    if (this.#proc.busybox || !(error instanceof CommandFailure)) throw error;
    const own = /^(?:failed:|connected\.)/.test(error.message);
    await this.#say(`${own ? '' : 'wget: '}${error.message}\n`);
    return error.status;
  }

  #parse(): ParsedUrl {
    const url = parseUrl(this.#address);
    if (!url)
      throw new CommandFailure(
        this.#proc.busybox ? `bad address '${this.#address}'` : `${this.#address}: Invalid host name.`,
      );
    if (url.scheme !== 'http') {
      if (this.#proc.busybox && url.scheme !== 'https')
        throw new CommandFailure(`not an http or ftp url: ${this.#address}`);
      throw new CommandFailure(
        this.#proc.busybox
          ? 'error getting response: TLS is not simulated'
          : `${this.#address}: Unsupported scheme ‘${url.scheme}’.`,
      );
    }
    return url;
  }

  /** The exit status, or undefined for another round behind a redirect. */
  async #retrieve(): Promise<number | undefined> {
    const { busybox } = this.#proc;
    const url = this.#parse();
    if (!busybox)
      await this.#say(
        `--${strftime('%F %T', this.#proc.now())}--  ${this.#address}${/:\/\/[^/]*$/.test(this.#address) ? '/' : ''}\n`,
      );
    const exchange = await this.#request(url);
    const { status, reason, headers } = exchange.head;
    if (!busybox) await this.#say(`HTTP request sent, awaiting response... ${status} ${reason}\n`);
    if (this.#options.has('S'))
      await this.#proc.err(
        `  HTTP/1.1 ${status} ${reason}\n${[...headers].map(([name, value]) => `  ${name}: ${value}\n`).join('')}`,
      );
    const location = headers.get('Location');
    if (status >= 300 && status < 400 && location !== undefined) {
      exchange.socket.close();
      this.#address = resolveLocation(url, location);
      if (!busybox) await this.#say(`Location: ${location} [following]\n`);
      return undefined;
    }
    if (status >= 400) {
      exchange.socket.close();
      if (busybox) throw new CommandFailure(`server returned error: HTTP/1.1 ${status} ${reason}`);
      await this.#say(`${strftime('%F %T', this.#proc.now())} ERROR ${status}: ${reason}.\n\n`);
      return 8;
    }
    if (this.#options.has('spider')) {
      exchange.socket.close();
      await this.#say(
        busybox
          ? 'remote file exists\n'
          : `Length: ${headers.get('Content-Length') ?? 'unspecified'} [${headers.get('Content-Type') ?? ''}]\nRemote file exists.\n\n`,
      );
      return 0;
    }
    return this.#save(url, exchange);
  }

  async #request(url: ParsedUrl): Promise<HttpExchange> {
    const { busybox, network } = this.#proc;
    let address: string | undefined;
    try {
      [address] = await network.resolve(url.host);
      if (address === undefined) {
        if (!busybox)
          await this.#say(`Resolving ${url.host} (${url.host})... failed: Name or service not known.\n`);
        throw new UnknownHostError(url.host);
      }
      if (busybox) await this.#say(`Connecting to ${url.host}:${url.port} (${address}:${url.port})\n`);
      else
        await this.#say(
          `${address === url.host ? '' : `Resolving ${url.host} (${url.host})... ${address}\n`}Connecting to ${url.host} (${url.host})|${address}|:${url.port}... `,
        );
      const file = this.#options.value('post-file');
      const data = file === undefined ? this.#options.value('post-data') : this.#proc.files.readText(file);
      const headers = new HttpHeaders([
        ['User-Agent', this.#options.value('U') ?? (busybox ? 'Wget' : 'Wget/1.25.0')],
        ['Accept', '*/*'],
      ]);
      if (data !== undefined) headers.set('Content-Type', 'application/x-www-form-urlencoded');
      for (const line of this.#options.values('header')) {
        const colon = line.indexOf(':');
        if (colon > 0) headers.set(line.slice(0, colon), line.slice(colon + 1).trim());
      }
      const method =
        this.#options.value('method') ??
        (data !== undefined ? 'POST' : this.#options.has('spider') ? 'HEAD' : 'GET');
      const exchange = await httpRequest(network, `http://${url.host}:${url.port}${url.target}`, {
        method,
        headers,
        ...(data === undefined ? {} : { body: toBytes(data) }),
      });
      if (!busybox) await this.#say('connected.\n');
      return exchange;
    } catch (error) {
      throw this.#failure(error, url, address ?? url.host);
    }
  }

  #failure(error: unknown, url: ParsedUrl, address: string): unknown {
    const { busybox } = this.#proc;
    if (error instanceof UnknownHostError) {
      return new CommandFailure(
        busybox
          ? `bad address '${url.host}${url.explicitPort ? `:${url.port}` : ''}'`
          : `unable to resolve host address ‘${url.host}’`,
        busybox ? 1 : 4,
      );
    }
    if (error instanceof EmptyReplyError)
      return new CommandFailure(
        busybox ? 'error getting response' : `${AWAITED}No data received.`,
        busybox ? 1 : 4,
      );
    if (error instanceof HttpFormatError)
      return new CommandFailure('error getting response: bad header', busybox ? 1 : 8);
    if (!isSysError(error) || error.code === 'EINTR') return error;
    // Simplified: the real wget says `Retrying.` and tries again, up to 20 times.
    if (error.code === 'ECONNRESET')
      return busybox
        ? new CommandFailure(`error getting response: ${error.message}`)
        : new CommandFailure(`${AWAITED}Read error (${error.message}) in headers.`, 4);
    return new CommandFailure(
      busybox ? `can't connect to remote host (${address}): ${error.message}` : `failed: ${error.message}.`,
      busybox ? 1 : 4,
    );
  }

  async #save(url: ParsedUrl, exchange: HttpExchange): Promise<number> {
    const { busybox, files } = this.#proc;
    const total = exchange.head.headers.get('Content-Length');
    const output = this.#options.value('O');
    const prefix = this.#options.value('P');
    const base = url.target.replace(/\?.*/, '').split('/').at(-1) || 'index.html';
    let name = output ?? (prefix === undefined ? base : `${prefix}/${base}`);
    if (output === undefined && files.exists(name)) {
      if (busybox) throw new CommandFailure(`can't open '${name}': File exists`);
      for (let number = 1; files.exists(name); number++) name = `${base}.${number}`;
    }
    const type = exchange.head.headers.get('Content-Type')?.split(';')[0];
    if (!busybox)
      await this.#say(
        `Length: ${total === undefined ? 'unspecified' : total} [${type ?? ''}]\nSaving to: ‘${name === '-' ? 'STDOUT' : name}’\n\n`,
      );
    else await this.#say(name === '-' ? 'writing to stdout\n' : `saving to '${name}'\n`);
    const target: OpenFile =
      name === '-'
        ? this.#proc.stdout
        : await this.#proc.open(name, { read: false, write: true, create: true, truncate: true });
    if (name !== '-') target.retain();
    let bytes = 0;
    const startMs = this.#proc.now();
    for await (const piece of exchange.body) {
      bytes += piece.length;
      await target.write(piece);
    }
    if (name !== '-') target.release();
    if (busybox) {
      await this.#say(
        `${(name === '-' ? '-' : name).slice(0, 20).padEnd(20)} 100% |********************************| ${String(bytes).padStart(5)}  0:00:00 ETA\n${name === '-' ? 'written to stdout' : `'${name}' saved`}\n`,
      );
    } else await this.#report(name, bytes, total === undefined ? undefined : Number(total), startMs);
    return 0;
  }

  async #report(name: string, bytes: number, total: number | undefined, startMs: number): Promise<void> {
    const done = { bytes, total, seconds: (this.#proc.now() - startMs) / 1000 };
    const rate = perSecond(bytes, done.seconds, 'B/s').replace(/(?=[KMG]?B)/, ' ');
    const progress = this.#proc.stderr.tty ? barProgress(name, done) : dotProgress(done);
    const ending = name === '-' ? 'written to stdout' : `‘${name}’ saved`;
    await this.#say(
      `${progress}\n${strftime('%F %T', this.#proc.now())} (${rate}) - ${ending} [${bytes}${total === undefined ? '' : `/${total}`}]\n\n`,
    );
  }
}
