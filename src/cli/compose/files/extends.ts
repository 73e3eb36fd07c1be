import type { Work } from '../../../lib/work.ts';
import { CliError } from '../../cli-error.ts';
import { isMap, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { mergeServices } from '../model/merge.ts';
import type { Path } from '../../model/path.ts';
import { resolvePaths } from '../model/resolve-paths.ts';
import { applyResets } from './reset.ts';
import { fileIn, folderOf, relativeFolder, type LoadedFile, type Scope, type SourceFile } from './scope.ts';

/** Loads a file whose services others extend. */
type BaseLoader = (file: SourceFile, scope: Scope) => Work<LoadedFile>;

/** Where a service is on the way along `extends`. */
interface Place {
  readonly services: YamlMap;
  readonly file: SourceFile;
  readonly scope: Scope;
  readonly resets: readonly Path[];
  readonly loadBase: BaseLoader;
  /** What services of this file came to so far. */
  readonly extended: Map<string, YamlValue>;
}

/** To merge a service with what it extends. */
const OPERATIONS_A_LINK = 20;

/** A service that extends another one, on the way to what extends nothing. */
interface Link {
  readonly name: string;
  readonly place: Place;
  readonly service: YamlMap;
  /** The same without `extends`. */
  readonly own: YamlMap;
}

/** A model whose services have what they extend. @throws CliError. @see compose-spec/compose-go v2.6.3 loader/extends.go */
export function* applyExtends(
  { model, resets }: LoadedFile,
  file: SourceFile,
  scope: Scope,
  loadBase: BaseLoader,
): Work<YamlMap> {
  const { services } = model;
  if (services === undefined) return model;
  if (!isMap(services)) throw new CliError('services must be a mapping');
  const place: Place = { services, file, scope, resets, loadBase, extended: new Map() };
  const extended: [string, YamlValue][] = [];
  for (const name of Object.keys(services)) extended.push([name, yield* extendService(name, place)]);
  return { ...model, services: Object.fromEntries(extended) };
}

/** Follows `extends` to its end, then merges on the way back: without recursion, since a chain may be as long as the file. */
function* extendService(first: string, start: Place): Work<YamlValue> {
  const links: Link[] = [];
  const trail = new Trail();
  let [name, place] = [first, start];
  let result: YamlValue | undefined;
  while (result === undefined) {
    const service = place.services[name] ?? null;
    if (service !== null && !isMap(service)) throw new CliError(`services.${name} must be a mapping`);
    const { extends: reference, ...own } = service ?? {};
    result = place.extended.get(name) ?? (reference === undefined ? service : undefined);
    if (result !== undefined || service === null || reference === undefined) break;
    const target = referenceOf(name, reference);
    const next = yield* nextPlace(name, target, place);
    trail.add(target.file ?? place.file.path, name);
    links.push({ name, place, service, own });
    [name, place] = [target.service, next];
  }
  for (let link = links.pop(); link; link = links.pop()) {
    result = isMap(result) ? mergeOnto(result, link) : link.service;
    yield OPERATIONS_A_LINK;
    link.place.extended.set(link.name, result);
  }
  return result ?? null;
}

function mergeOnto(base: YamlMap, { name, place, own }: Link): YamlValue {
  const reset = applyResets({ services: { [name]: base } }, place.resets);
  const source = isMap(reset['services']) ? reset['services'][name] : undefined;
  return mergeServices(isMap(source) ? source : {}, own);
}

function referenceOf(name: string, reference: YamlValue): { service: string; file?: string } {
  if (typeof reference === 'string') return { service: reference };
  const { service, file } = isMap(reference) ? reference : {};
  if (typeof service !== 'string') throw new CliError(`extends.${name}.service is required`);
  return typeof file === 'string' ? { service, file } : { service };
}

function* nextPlace(
  name: string,
  { service, file }: { service: string; file?: string },
  place: Place,
): Work<Place> {
  if (file === undefined) {
    if (!Object.hasOwn(place.services, service))
      throw new CliError(
        `cannot extend service "${name}" in ${place.file.path}: service "${service}" not found`,
      );
    return place;
  }
  const next = yield* otherFile(name, file, place);
  if (!Object.hasOwn(next.services, service))
    throw new CliError(
      `cannot extend service "${name}" in ${place.file.path}: service "${service}" not found in ${file}`,
    );
  return next;
}

/** Which service of which file extends the next one. */
class Trail {
  readonly #steps: string[] = [];
  readonly #known = new Set<string>();

  /** @throws CliError where the same service of the same file comes again */
  add(file: string, service: string): void {
    this.#steps.push(`${service} in ${file}`);
    const key = JSON.stringify([file, service]);
    if (!this.#known.has(key)) return void this.#known.add(key);
    const [first, ...others] = this.#steps;
    throw new CliError(
      ['Circular reference:', `  ${first}`, ...others.map((line) => `  extends ${line}`)].join('\n'),
    );
  }
}

/** The services of another file, their paths relative to where this file's are. */
function* otherFile(name: string, reference: string, place: Place): Work<Place> {
  const { scope } = place;
  const path = fileIn(scope, reference);
  const folder = folderOf(path);
  const file = { path, text: scope.host.readFile(path) };
  const inner: Scope = { ...scope, folder, included: [] };
  const { model, resets } = yield* place.loadBase(file, inner);
  const base = { workingDir: relativeFolder(scope.folder, folder), home: scope.host.home };
  const { services } = yield* resolvePaths(model, base);
  if (services === undefined)
    throw new CliError(`cannot extend service "${name}" in ${path}: no services section`);
  if (!isMap(services))
    throw new CliError(`cannot extend service "${name}" in ${path}: services must be a mapping`);
  return { ...place, services, resets, extended: new Map() };
}
