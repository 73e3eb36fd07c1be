import { sha256Hex } from '../../lib/sha256.ts';
import { goJson } from './print/go-json.ts';
import type { Service } from './project.ts';
import { withoutExtensions } from './print/project-json.ts';
import type { YamlValue } from '../yaml/yaml-value.ts';

/**
 * What changes when a service's containers have to be made anew: a hash over what it is, without how it is built, scaled and ordered.
 * @see docker/compose v2.36.2 pkg/compose/hash.go ServiceHash
 */
export function serviceHash(service: Service): string {
  const { build, pull_policy, scale, depends_on, profiles, deploy, ...rest } = service;
  void [build, pull_policy, scale, depends_on, profiles];
  const { replicas, ...others } = deploy ?? {};
  void replicas;
  const kept = Object.keys(service).flatMap((key): [string, unknown][] => {
    if (key === 'deploy') return [[key, others]];
    return key in rest ? [[key, rest[key as keyof typeof rest]]] : [];
  });
  return sha256Hex(goJson(withoutExtensions(Object.fromEntries(kept) as YamlValue)));
}
