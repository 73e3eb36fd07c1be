import type { Process } from '../../../kernel/process.ts';
import type { Socket } from '../../../kernel/net/socket.ts';
import { decodeBase64, encodeBase64 } from '../../../lib/base64.ts';
import { toBytes, toText } from '../../../lib/bytes.ts';
import type { MessageReader } from '../messages.ts';
import { cString, encodeMessage, FieldReader, int32 } from '../messages.ts';
import { formatVerifier, mockVerifier, parseVerifier, SCRAM_MECHANISM, ScramServer } from '../scram.ts';
import type { AccessRule, Attempt } from './host-based-access.ts';
import type { Role } from './catalogue.ts';

/** Why a client is sent away: the words it reads, and the detail that only the log has. */
export class Refusal extends Error {
  readonly code: string;
  readonly detail: string | undefined;
  readonly logDetail: string | undefined;

  constructor(code: string, message: string, more: { detail?: string; logDetail?: string } = {}) {
    super(message);
    this.code = code;
    this.detail = more.detail;
    this.logDetail = more.logDetail;
  }
}

const AUTHENTICATION = { ok: 0, cleartext: 3, sasl: 10, saslContinue: 11, saslFinal: 12 } as const;

/** Everything an exchange of passwords needs. */
export interface Exchange {
  readonly proc: Process;
  readonly socket: Socket;
  readonly reader: MessageReader;
  readonly attempt: Attempt;
  /** Undefined where there is no such role, which the client is not told. */
  readonly role: Role | undefined;
  /** The path of pg_hba.conf, for the log. */
  readonly file: string;
}

/**
 * Lets a client prove who it is as the rule wants it; returns when it has. Simplified: `md5` asks as `scram-sha-256` does, `peer` and `ident` trust.
 * @throws Refusal; undefined is returned where the client left
 */
export async function authenticate(rule: AccessRule, exchange: Exchange): Promise<'ok' | 'left'> {
  const { attempt, role, file, socket } = exchange;
  if (rule.method === 'reject')
    throw new Refusal('28000', `pg_hba.conf rejects connection for ${describe(attempt)}`);
  if (['scram-sha-256', 'md5', 'password'].includes(rule.method)) {
    const proof = rule.method === 'password' ? await byPassword(exchange) : await byScram(exchange);
    if (proof === 'left') return 'left';
    if (!proof) {
      const matched = `Connection matched file "${file}" line ${rule.line}: "${rule.text}"`;
      const why = role
        ? role.password === undefined
          ? `User "${role.name}" has no password assigned.\n\t`
          : ''
        : `Role "${attempt.user}" does not exist.\n\t`;
      throw new Refusal('28P01', `password authentication failed for user "${attempt.user}"`, {
        logDetail: `${why}${matched}`,
      });
    }
  }
  await socket.write(encodeMessage('R', int32(AUTHENTICATION.ok)));
  return 'ok';
}

/** `host "172.18.0.3", user "x", database "y", no encryption` */
export function describe({ user, database, address }: Attempt): string {
  const host = address === undefined ? '[local]' : address;
  return `host "${host}", user "${user}", database "${database}", no encryption`;
}

async function byScram({ proc, socket, reader, role }: Exchange): Promise<boolean | 'left'> {
  const salt = Uint8Array.from({ length: 16 }, () => proc.random() & 0xff);
  const verifier = parseVerifier(role?.password ?? '') ?? mockVerifier(salt);
  const server = new ScramServer(
    verifier,
    encodeBase64(Uint8Array.from({ length: 18 }, () => proc.random() & 0xff)),
  );
  await socket.write(
    encodeMessage('R', int32(AUTHENTICATION.sasl), cString(SCRAM_MECHANISM), new Uint8Array(1)),
  );
  const initial = await reader.next();
  if (initial?.type !== 'p') return 'left';
  const fields = new FieldReader(initial.body);
  fields.cString();
  fields.int32();
  const first = server.first(toText(fields.rest()));
  if (first === undefined) return false;
  await socket.write(encodeMessage('R', int32(AUTHENTICATION.saslContinue), toBytes(first)));
  const final = await reader.next();
  if (final?.type !== 'p') return 'left';
  const last = server.last(toText(final.body));
  if (last === undefined) return false;
  await socket.write(encodeMessage('R', int32(AUTHENTICATION.saslFinal), toBytes(last)));
  return true;
}

async function byPassword({ socket, reader, role }: Exchange): Promise<boolean | 'left'> {
  await socket.write(encodeMessage('R', int32(AUTHENTICATION.cleartext)));
  const message = await reader.next();
  if (message?.type !== 'p') return 'left';
  const verifier = parseVerifier(role?.password ?? '');
  if (!verifier || role?.password === undefined) return false;
  const password = new FieldReader(message.body).cString();
  return formatVerifier(password, decodeBase64(verifier.salt).bytes) === role.password;
}
