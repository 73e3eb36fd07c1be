import { concatBytes, toBytes } from '../../../lib/bytes.ts';
import { OptionError, parseOptions, type Options } from '../../support/parse-options.ts';
import { CurlError } from './curl-error.ts';
import { formBody } from './form-body.ts';

const SPEC = {
  short: '0146A:b:c:d:D:e:fF:gGhH:iIjJkK:lLm:nNo:OpqQrRsStT:u:U:vVw:x:X:yY:z:Z#',
  long: {
    'user-agent': 'A:', cookie: 'b:', 'cookie-jar': 'c:', data: 'd:', 'data-raw': 'data-raw:', 'data-binary': 'data-binary:', 'data-urlencode': 'data-urlencode:', json: 'json:',
    'dump-header': 'D:', referer: 'e:', fail: 'f', 'fail-with-body': 'fail-with-body', form: 'F:', get: 'G', header: 'H:', include: 'i', head: 'I', insecure: 'k',
    location: 'L', 'max-time': 'm:', output: 'o:', 'remote-name': 'O', silent: 's', 'show-error': 'S', user: 'u:', verbose: 'v', 'write-out': 'w:',
    request: 'X:', 'connect-timeout': 'connect-timeout:', retry: 'retry:', 'retry-delay': 'retry-delay:', 'retry-connrefused': 'retry-connrefused', 'retry-all-errors': 'retry-all-errors',
    'retry-max-time': 'retry-max-time:', 'max-redirs': 'max-redirs:', resolve: 'resolve:', url: 'url:', compressed: 'compressed', http1: 'http1', 'http1.1': '1', ipv4: '4', ipv6: '6',
    'no-buffer': 'N', 'progress-bar': '#', 'no-progress-meter': 'no-progress-meter', 'unix-socket': 'unix-socket:', globoff: 'g', 'create-dirs': 'create-dirs', 'location-trusted': 'L', 'upload-file': 'T:', raw: 'raw', 'remote-header-name': 'J',
  },
}; // prettier-ignore

/** Options whose value is a number of seconds or times. */
const NUMBERS: readonly (readonly [key: string, name: string])[] = [
  ['m', '-m'],
  ['connect-timeout', '--connect-timeout'],
  ['retry', '--retry'],
  ['retry-delay', '--retry-delay'],
  ['retry-max-time', '--retry-max-time'],
  ['max-redirs', '--max-redirs'],
];

function checkNumber(name: string, value: string | undefined): void {
  const pattern = name === '-m' || name === '--connect-timeout' ? /^\d+(\.\d*)?$/ : /^-?\d+$/;
  if (value !== undefined && !pattern.test(value))
    throw new CurlError(2, `option ${name}: expected a proper numerical parameter`);
}

/** @throws CurlError 2 in curl's words */
export function parseCurlOptions(words: readonly string[]): Options {
  try {
    const options = parseOptions(words, SPEC);
    for (const [key, name] of NUMBERS) checkNumber(name, options.value(key));
    return options;
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    const name = error.kind.endsWith('short') ? `-${error.option}` : `--${error.option}`;
    if (error.kind.startsWith('needs-value')) throw new CurlError(2, `option ${name}: requires parameter`);
    if (error.kind === 'ambiguous') throw new CurlError(2, `option ${name}: is ambiguous`);
    throw new CurlError(2, `option ${name}: is unknown`);
  }
}

/** A body to send; `type` is undefined where curl sends no Content-Type. */
export interface RequestBody {
  readonly bytes: Uint8Array;
  readonly type: string | undefined;
}

/** The body to send and its type, of -T, -F, -d, --json and their relatives. @throws CurlError 2 where two of these contradict */
export function requestBody(
  options: Options,
  readFile: (path: string) => Uint8Array,
  random: () => number,
): RequestBody | undefined {
  const upload = options.value('T');
  if (upload !== undefined) return { bytes: readFile(upload === '.' ? '-' : upload), type: undefined };
  const parts = options.given.flatMap(([key, value = '']) => dataPart(key, value, readFile) ?? []);
  const form = options.values('F');
  if (form.length > 0) {
    if (parts.length > 0)
      throw new CurlError(
        2,
        'You can only select one HTTP request method! You asked for both POST (-d, --data) and multipart formpost (-F, --form).',
      );
    return formBody(form, readFile, random);
  }
  if (parts.length === 0) return undefined;
  const json = options.has('json');
  const separator = toBytes(json ? '' : '&');
  return {
    bytes: concatBytes(parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]))),
    type: json ? 'application/json' : 'application/x-www-form-urlencoded',
  };
}

function dataPart(
  key: string,
  value: string,
  readFile: (path: string) => Uint8Array,
): Uint8Array | undefined {
  const fromFile = (): Uint8Array | undefined =>
    value.startsWith('@') ? readFile(value.slice(1)) : undefined;
  switch (key) {
    case 'd':
      return fromFile()?.filter((byte) => byte !== 10 && byte !== 13) ?? toBytes(value);
    case 'data-raw':
      return toBytes(value);
    case 'data-binary':
    case 'json':
      return fromFile() ?? toBytes(value);
    case 'data-urlencode': {
      const equals = value.indexOf('=');
      if (equals < 0) return toBytes(encodeURIComponent(value));
      return toBytes(
        `${value.slice(0, equals)}${equals === 0 ? '' : '='}${encodeURIComponent(value.slice(equals + 1))}`,
      );
    }
    default:
      return undefined;
  }
}
