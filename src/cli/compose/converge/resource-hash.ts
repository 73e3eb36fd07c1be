import { sha256Hex } from '../../../lib/sha256.ts';
import { goJson } from '../print/go-json.ts';
import { withoutExtensions } from '../print/project-json.ts';
import type { Network, Volume } from '../project.ts';
import type { YamlValue } from '../../yaml/yaml-value.ts';

/** What changes when a network or a volume has to be made anew. @see docker/compose v2.36.2 pkg/compose/hash.go NetworkHash, VolumeHash */
export function resourceHash(resource: Network | Volume): string {
  return sha256Hex(goJson(withoutExtensions(resource as unknown as YamlValue)));
}
