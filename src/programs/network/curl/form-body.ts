import { tableOf } from '../../../lib/table.ts';
import { concatBytes, toBytes } from '../../../lib/bytes.ts';
import { extensionOf } from '../../http/mime-types.ts';

/** What a form's part is, as -F gives it. */
interface FormPart {
  readonly name: string;
  readonly content: Uint8Array;
  readonly fileName: string | undefined;
  readonly type: string | undefined;
}

/** Types curl knows by itself. @see curl lib/mime.c */
const TYPES: Readonly<Record<string, string>> = tableOf({
  gif: 'image/gif', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', svg: 'image/svg+xml', txt: 'text/plain', htm: 'text/html', html: 'text/html', pdf: 'application/pdf', xml: 'application/xml',
}); // prettier-ignore

/** The body of -F's parts, and its type with the boundary between them. `name=text`, `name=@file`, `name=<file`, each with `;type=` and `;filename=`. */
export function formBody(
  parts: readonly string[],
  readFile: (path: string) => Uint8Array,
  random: () => number,
): { bytes: Uint8Array; type: string } {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  const tail = Array.from({ length: 22 }, () => letters[random() % letters.length] ?? 'a').join('');
  const boundary = `------------------------${tail}`;
  const pieces = parts.flatMap((text) => {
    const { name, content, fileName, type } = parsePart(text, readFile);
    const file = fileName === undefined ? '' : `; filename="${fileName}"`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n`;
    return [toBytes(head), content, toBytes('\r\n')];
  });
  return {
    bytes: concatBytes([...pieces, toBytes(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

function parsePart(text: string, readFile: (path: string) => Uint8Array): FormPart {
  const equals = text.indexOf('=');
  const name = text.slice(0, Math.max(0, equals));
  const [value = '', ...settings] = text.slice(equals + 1).split(';');
  const setting = (key: string): string | undefined =>
    settings
      .map((one) => one.trim())
      .find((one) => one.startsWith(`${key}=`))
      ?.slice(key.length + 1)
      .replace(/^"(.*)"$/, '$1');
  const type = setting('type');
  const path = value.slice(1).replace(/^"(.*)"$/, '$1');
  if (value.startsWith('<')) return { name, content: readFile(path), fileName: undefined, type };
  if (!value.startsWith('@')) return { name, content: toBytes(value), fileName: setting('filename'), type };
  return {
    name,
    content: readFile(path),
    fileName: setting('filename') ?? path.split('/').at(-1),
    type: type ?? TYPES[extensionOf(path)] ?? 'application/octet-stream',
  };
}
