import type { RegistryCredentials } from '../../../api/registry.ts';
import type { Process } from '../../../kernel/process.ts';
import { parseImageReference } from '../../../lib/image-reference.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { authFor } from '../registry/credentials.ts';

/** The login that --with-registry-auth passes on to the nodes. */
export function sentAuth(proc: Process, flags: FlagValues, image: string): { auth?: RegistryCredentials } {
  return flags.bool('with-registry-auth') ? authFor(proc, parseImageReference(image).domain) : {};
}
