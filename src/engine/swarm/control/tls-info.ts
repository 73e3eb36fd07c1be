import { encodeBase64 } from '../../../lib/base64.ts';
import { toBytes } from '../../../lib/bytes.ts';
import type { Random } from '../../../lib/random.ts';

const LINE = 64;
/** A name of one common name, `swarm-ca`, in DER. */
const ISSUER = Uint8Array.from([
  0x30, 0x13, 0x31, 0x11, 0x30, 0x0f, 0x06, 0x03, 0x55, 0x04, 0x03, 0x13, 0x08,
]);

/**
 * What the nodes of a swarm trust. Simplified: nothing is encrypted here, so that certificate and key are random bytes in the right shape; a real
 * swarm has a root certificate for `swarm-ca` with a key of P-256.
 */
export function newTlsInfo(random: Random): Record<string, string> {
  const certificate = encodeBase64(random.bytes(362)).replace(new RegExp(`.{1,${LINE}}`, 'g'), '$&\n');
  const issuer = Uint8Array.from([...ISSUER, ...toBytes('swarm-ca')]);
  return {
    TrustRoot: `-----BEGIN CERTIFICATE-----\n${certificate}-----END CERTIFICATE-----\n`,
    CertIssuerSubject: encodeBase64(issuer),
    CertIssuerPublicKey: encodeBase64(random.bytes(91)),
  };
}
