import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import { readFile } from '../../read-file.ts';

const BOM = [0xef, 0xbb, 0xbf];

/**
 * The lines `KEY=value` of a file; `lookUp` gives the value of a key that stands alone, or none and the line is left out.
 * @throws CliError for a file that can't be read or has other lines
 * @see docker/cli v28.2.2 pkg/kvfile/kvfile.go
 */
export function readKeyFile(
  proc: Process,
  path: string,
  kind: 'env' | 'label',
  lookUp: (key: string) => string | undefined,
): string[] {
  const result: string[] = [];
  splitLines(readFile(proc, path)).forEach((bytes, index) => {
    const isMarked = index === 0 && BOM.every((byte, at) => bytes[at] === byte);
    const text = decode(isMarked ? bytes.subarray(BOM.length) : bytes);
    const fail = (reason: string): CliError => new CliError(`invalid ${kind} file (${path}): ${reason}`);
    if (text === undefined) throw fail(`invalid utf8 bytes at line ${index + 1}: [${bytes.join(' ')}]`);
    const line = text.trimStart();
    if (line === '' || line.startsWith('#')) return;
    const equals = line.indexOf('=');
    const key = equals < 0 ? line : line.slice(0, equals);
    if (key === '') throw fail(`no variable name on line '${line}'`);
    if (/\s/.test(key)) throw fail(`variable '${key}' contains whitespaces`);
    const value = equals < 0 ? lookUp(key) : line.slice(equals + 1);
    if (value !== undefined) result.push(`${key}=${value}`);
  });
  return result;
}

/** Without their ends, which may be a carriage return and a newline. */
function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const newline = bytes.indexOf(10, at);
    const end = newline < 0 ? bytes.length : newline;
    lines.push(bytes.subarray(at, bytes[end - 1] === 13 ? end - 1 : end));
    at = end + 1;
  }
  return lines;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
