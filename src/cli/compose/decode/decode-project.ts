import { CliError } from '../../cli-error.ts';
import type { Work } from '../../../lib/work.ts';
import { mapOf as yamlMapOf, type YamlMap } from '../../yaml/yaml-value.ts';
import type { Extensions } from '../project-parts.ts';
import type { FileObject, Model, Network, Service, Volume } from '../project.ts';
import { textMap, texts } from './collections.ts';
import { always, decodeMapInPieces, DecodeProblems, listOf, mapOf, record } from '../../model/decoder.ts';
import { amount, flag, mark, text } from '../../model/scalars.ts';
import { SERVICE } from './service.data.ts';

const IPAM = record({
  driver: text,
  config: listOf(record({ subnet: text, gateway: text, ip_range: text, aux_addresses: textMap })),
  options: textMap,
});

const NETWORK = record({
  name: text,
  driver: text,
  driver_opts: textMap,
  ipam: always(IPAM, {}),
  external: mark,
  internal: mark,
  attachable: mark,
  labels: textMap,
  enable_ipv4: flag,
  enable_ipv6: flag,
});

const VOLUME = record({ name: text, driver: text, driver_opts: textMap, external: mark, labels: textMap });

const FILE_OBJECT = record({
  name: text,
  file: text,
  environment: text,
  content: text,
  external: mark,
  labels: textMap,
  driver: text,
  driver_opts: textMap,
  template_driver: text,
});

const MODEL = record({ name: text, model: text, context_size: amount, runtime_flags: texts });

const PROJECT = record({
  name: text,
  services: always(() => undefined, {}),
  networks: mapOf(NETWORK, { ipam: {} }),
  volumes: mapOf(VOLUME, {}),
  secrets: mapOf(FILE_OBJECT, {}),
  configs: mapOf(FILE_OBJECT, {}),
  models: mapOf(MODEL, {}),
});

/** What of a project is printed. */
export interface DecodedProject extends Extensions {
  readonly name?: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly networks?: Readonly<Record<string, Network>>;
  readonly volumes?: Readonly<Record<string, Volume>>;
  readonly secrets?: Readonly<Record<string, FileObject>>;
  readonly configs?: Readonly<Record<string, FileObject>>;
  readonly models?: Readonly<Record<string, Model>>;
}

/** The canonical model as the types of a project have it. @throws CliError that names every value that can't be read. @see compose-spec/compose-go v2.6.3 loader/loader.go ModelToProject */
export function* decodeProject(model: YamlMap): Work<DecodedProject> {
  const problems = new DecodeProblems();
  const services = yield* decodeMapInPieces(SERVICE, yamlMapOf(model['services']), 'services', problems);
  const others = PROJECT({ ...model, services: null }, '', problems) as DecodedProject;
  const text = problems.text();
  if (text !== undefined) throw new CliError(text);
  return { ...others, services: services as DecodedProject['services'] };
}
