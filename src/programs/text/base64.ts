import { decodeBase64, encodeBase64 } from '../../lib/base64.ts';
import { baseProgram } from './base-encoding.ts';

/** base64. @see GNU coreutils base64 */
export const base64 = baseProgram({
  title: 'Base64',
  garbage: /[^A-Za-z0-9+/=]/g,
  encode: encodeBase64,
  decode: decodeBase64,
});
