import { OptionError, parseOptions, type Options } from '../../support/parse-options.ts';
import { CurlError } from './curl-error.ts';

const SPEC = {
  short: '0146A:b:c:d:D:e:fF:gGhH:iIjkK:lLm:nNo:OpqQrRsStT:u:U:vVw:x:X:yY:z:Z#',
  long: {
    'user-agent': 'A:', cookie: 'b:', 'cookie-jar': 'c:', data: 'd:', 'data-raw': 'data-raw:', 'data-binary': 'data-binary:', 'data-urlencode': 'data-urlencode:', json: 'json:',
    'dump-header': 'D:', referer: 'e:', fail: 'f', 'fail-with-body': 'fail-with-body', form: 'F:', get: 'G', header: 'H:', include: 'i', head: 'I', insecure: 'k',
    location: 'L', 'max-time': 'm:', output: 'o:', 'remote-name': 'O', silent: 's', 'show-error': 'S', user: 'u:', verbose: 'v', 'write-out': 'w:',
    request: 'X:', 'connect-timeout': 'connect-timeout:', retry: 'retry:', 'retry-delay': 'retry-delay:', 'retry-connrefused': 'retry-connrefused', 'retry-all-errors': 'retry-all-errors',
    'retry-max-time': 'retry-max-time:', 'max-redirs': 'max-redirs:', resolve: 'resolve:', url: 'url:', compressed: 'compressed', http1: 'http1', 'http1.1': '1', ipv4: '4', ipv6: '6',
    'no-buffer': 'N', 'progress-bar': '#', 'no-progress-meter': 'no-progress-meter', 'unix-socket': 'unix-socket:', globoff: 'g', 'create-dirs': 'create-dirs', 'location-trusted': 'L', 'upload-file': 'T:',
  },
}; // prettier-ignore

/** @throws CurlError 2 in curl's words */
export function parseCurlOptions(words: readonly string[]): Options {
  try {
    return parseOptions(words, SPEC);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    const name = error.kind.endsWith('short') ? `-${error.option}` : `--${error.option}`;
    if (error.kind.startsWith('needs-value')) throw new CurlError(2, `option ${name}: requires parameter`);
    if (error.kind === 'ambiguous') throw new CurlError(2, `option ${name}: is ambiguous`);
    throw new CurlError(2, `option ${name}: is unknown`);
  }
}

/** The body to send and its type, of -d, --json and their relatives. */
export function requestBody(
  options: Options,
  readFile: (path: string) => string,
): { text: string; type: string } | undefined {
  const parts = options.given.flatMap(([key, value = '']): string[] => {
    const fromFile = value.startsWith('@') && key !== 'data-raw' ? readFile(value.slice(1)) : undefined;
    switch (key) {
      case 'd':
        return [fromFile?.replace(/[\r\n]/g, '') ?? value];
      case 'data-raw':
      case 'data-binary':
      case 'json':
        return [fromFile ?? value];
      case 'data-urlencode': {
        const equals = value.indexOf('=');
        return [
          equals < 0
            ? encodeURIComponent(value)
            : `${value.slice(0, equals)}${equals === 0 ? '' : '='}${encodeURIComponent(value.slice(equals + 1))}`,
        ];
      }
      default:
        return [];
    }
  });
  if (parts.length === 0) return undefined;
  const json = options.has('json');
  return {
    text: parts.join(json ? '' : '&'),
    type: json ? 'application/json' : 'application/x-www-form-urlencoded',
  };
}
