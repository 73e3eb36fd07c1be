import { toText } from '../../lib/bytes.ts';
import { decodeBase64 } from '../../lib/base64.ts';
import type { HttpRequest } from './http-message.ts';

/** Name and password that a request brings along. @see RFC 7617 */
export function readBasicAuth({ headers }: HttpRequest): { user: string; password: string } | undefined {
  const encoded = /^basic\s+(\S+)/i.exec(headers.get('Authorization') ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [, user = '', password = ''] = /^([^:]*):([^]*)$/.exec(toText(decodeBase64(encoded).bytes)) ?? [];
  return { user, password };
}
