import { compareSync } from 'bcryptjs';
import { isSysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { decodeBase64 } from '../../lib/base64.ts';
import { toText } from '../../lib/bytes.ts';
import type { HttpHeaders } from '../http/http-headers.ts';

/** True for a request with a name and password of the file, which is read anew: it may change while the registry runs. @see distribution registry/auth/htpasswd */
export function mayEnter(headers: HttpHeaders, files: FileView, path: string): boolean {
  const [, encoded = ''] = /^Basic\s+(\S+)$/i.exec(headers.get('Authorization') ?? '') ?? [];
  const [, name, password = ''] = /^([^:]+):(.*)$/s.exec(toText(decodeBase64(encoded).bytes)) ?? [];
  const hash = name === undefined ? undefined : readPasswords(files, path).get(name);
  // Only bcrypt: other hashes of htpasswd(1) are not believed.
  return hash !== undefined && /^\$2[aby]\$/.test(hash) && compareSync(password, hash);
}

function readPasswords(files: FileView, path: string): Map<string, string> {
  try {
    const lines = files.readText(path).split('\n');
    return new Map(
      lines.flatMap((line) => {
        const [, name, hash] = /^([^#:]+):(\S+)\s*$/.exec(line) ?? [];
        return name && hash ? [[name, hash] as const] : [];
      }),
    );
  } catch (error) {
    if (isSysError(error)) return new Map();
    throw error;
  }
}
