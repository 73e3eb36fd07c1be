import { unescapeText } from '../../support/escapes.ts';
import { resolveLocation, type ParsedUrl } from '../url.ts';
import type { TransferInfo } from './transfer.ts';

/** What -w can show. */
export interface WriteOutContext {
  readonly info: TransferInfo;
  readonly url: string;
  readonly parsed: ParsedUrl;
  readonly totalMs: number;
  readonly redirects: number;
  readonly exitCode: number;
  readonly error: string;
  readonly file: string | undefined;
  readonly method: string;
}

/** Fills in the `%{variable}`s of -w. @see curl(1) --write-out */
export function formatWriteOut(format: string, context: WriteOutContext): string {
  const text = unescapeText(format, 'printf').text;
  return text.replace(/%%|%\{([^}]*)\}/g, (match, name?: string) =>
    match === '%%' ? '%' : variable(name ?? '', context),
  );
}

const seconds = (ms: number): string => (ms / 1000).toFixed(6);

function variable(
  name: string,
  { info, url, parsed, totalMs, redirects, exitCode, error, file, method }: WriteOutContext,
): string {
  const header = /^header\{(.*)$/.exec(name)?.[1];
  if (header !== undefined) return info.headers.get(header) ?? '';
  const location = info.headers.get('Location');
  const values: Readonly<Record<string, string>> = {
    http_code: String(info.status).padStart(3, '0'), response_code: String(info.status).padStart(3, '0'), size_download: String(info.bodyBytes), size_header: String(info.headerBytes),
    size_upload: '0', size_request: String(info.sentBytes), content_type: info.headers.get('Content-Type') ?? '', time_total: seconds(totalMs), time_connect: seconds(info.connectMs),
    time_namelookup: seconds(info.lookupMs), time_starttransfer: seconds(info.firstByteMs), time_pretransfer: seconds(info.connectMs), time_appconnect: '0.000000', time_redirect: '0.000000',
    remote_ip: info.remote, remote_port: String(info.remotePort), local_ip: info.local, local_port: String(info.localPort), num_redirects: String(redirects), num_connects: '1',
    redirect_url: location === undefined ? '' : resolveLocation(parsed, location), url_effective: /^[a-z]+:\/\//i.test(url) ? (parsed.target === '/' && !/:\/\/.*\//.test(url) ? `${url}/` : url) : `http://${url}${parsed.target === '/' && !url.includes('/') ? '/' : ''}`,
    url, scheme: parsed.scheme, method, http_version: '1.1', exitcode: String(exitCode), errormsg: error, filename_effective: file ?? '', speed_download: String(Math.floor(info.bodyBytes / Math.max(totalMs / 1000, 1e-6))),
    stdout: '', stderr: '',
  }; // prettier-ignore
  return values[name] ?? '';
}
