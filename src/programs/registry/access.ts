import { isSysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { readBasicAuth } from '../http/basic-auth.ts';
import { isBcrypt, isHtpasswd } from '../http/htpasswd-file.ts';
import type { HttpRequest } from '../http/http-message.ts';

/** True for a request with a name and password of the file, which is read anew: it may change while the registry runs. @see distribution registry/auth/htpasswd */
export function mayEnter(request: HttpRequest, files: FileView, path: string): boolean {
  const auth = readBasicAuth(request);
  const field = auth && readPasswords(files, path).get(auth.user);
  // Only bcrypt: other hashes of htpasswd(1) are not believed.
  return field !== undefined && isBcrypt(field) && isHtpasswd(field, auth?.password ?? '');
}

function readPasswords(files: FileView, path: string): Map<string, string> {
  try {
    const lines = files.readText(path).split('\n');
    return new Map(
      lines.flatMap((line) => {
        const [, name, field] = /^([^#:]+):(\S+)\s*$/.exec(line) ?? [];
        return name && field ? [[name, field] as const] : [];
      }),
    );
  } catch (error) {
    if (isSysError(error)) return new Map();
    throw error;
  }
}
