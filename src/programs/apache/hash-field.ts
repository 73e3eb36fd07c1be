import { encodeBase64, hashSync } from 'bcryptjs';
import type { Process } from '../../kernel/process.ts';
import { apr1Field, ITOA64, shaField } from '../http/htpasswd-file.ts';

/** Virtual µs of bcrypt with a cost of 4, which doubles with each step. */
const BCRYPT_MICROS = 1000;
/** Simplified: more would keep everything else from going on; Apache goes up to 17. */
const MOST_COST = 12;

/** The field of an htpasswd file for a password, by the letter of its option; or what is wrong. @see APR apr_md5.c, apr_bcrypt */
export async function hashField(
  proc: Process,
  kind: string,
  password: string,
  cost: number,
): Promise<string | { readonly fault: string }> {
  switch (kind) {
    case 's':
      return shaField(password);
    case 'p':
      return password;
    case 'B':
      return bcryptField(proc, password, cost);
    case 'd':
      proc.notice('The simulated htpasswd has no crypt(3): use -m or -B.');
      return { fault: 'Unable to encode with crypt: Function not implemented' };
    default:
      return apr1Field(password, Array.from({ length: 8 }, () => ITOA64.charAt(proc.random() & 63)).join('')); // prettier-ignore
  }
}

async function bcryptField(
  proc: Process,
  password: string,
  cost: number,
): Promise<string | { readonly fault: string }> {
  if (cost < 4 || cost > 17) return { fault: 'Unable to encode with bcrypt: Invalid argument' };
  if (cost > MOST_COST) {
    proc.notice(`The simulated htpasswd does bcrypt with a cost of ${MOST_COST} at most.`);
    return { fault: 'Unable to encode with bcrypt: Function not implemented' };
  }
  const salt = encodeBase64(
    Array.from({ length: 16 }, () => proc.random() & 255),
    16,
  );
  const turn = proc.tick(BCRYPT_MICROS * 2 ** (cost - 4));
  if (turn) await turn;
  return hashSync(password, `$2y$${String(cost).padStart(2, '0')}$${salt}`);
}
