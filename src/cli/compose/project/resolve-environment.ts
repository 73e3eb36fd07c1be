import { mapValuesInPieces, type Work } from '../../../lib/work.ts';
import { CliError } from '../../cli-error.ts';
import { sortedKeys } from '../../yaml/yaml-value.ts';
import { parseDotenv } from '../environment/dotenv.ts';
import type { ComposeHost } from '../load-options.ts';
import type { EnvFile, Project, Service } from '../project.ts';

/**
 * The project with the variables of `env_file` and the labels of `label_file` in its services, and values for variables that only have a name.
 * @throws CliError for a file that is missing or can't be read
 * @see compose-spec/compose-go v2.6.3 types/project.go WithServicesEnvironmentResolved, WithServicesLabelsResolved
 */
export function* resolveEnvironments(project: Project, host: ComposeHost): Work<Project> {
  const services = yield* mapValuesInPieces(project.services, (service) =>
    resolveService(service, project.environment, host),
  );
  return { ...project, services };
}

function resolveService(
  service: Service,
  outside: Readonly<Record<string, string>>,
  host: ComposeHost,
): Service {
  const { env_file: files = [], label_file: labelFiles = [], ...rest } = service;
  const own = Object.entries(service.environment ?? {}).map(([name, value]): [string, string | null] => [
    name,
    value ?? outside[name] ?? null,
  ]);
  const given = new Map(own);
  const fromFiles = new Map<string, string>();
  for (const file of files)
    for (const [name, value] of readEnvFile(file, host, (key) => outside[key] ?? given.get(key) ?? undefined))
      fromFiles.set(name, value);
  const environment = sorted([...fromFiles, ...own]);
  const labels = { ...labelsOf(labelFiles, host), ...service.labels };
  return ordered(service, {
    ...rest,
    ...(Object.keys(environment).length > 0 ? { environment } : {}),
    ...(Object.keys(labels).length > 0 ? { labels: sorted(Object.entries(labels)) } : {}),
  });
}

/** Fields keep the places that they have in print. */
function ordered(before: Service, after: Service): Service {
  const places = new Map(Object.keys(before).map((key, index) => [key, index]));
  const place = (key: string): number =>
    places.get(key) ?? places.get(key === 'environment' ? 'env_file' : 'label_file') ?? 0;
  return Object.fromEntries(
    Object.entries(after).sort(([a], [b]) => place(a) - place(b)),
  ) as unknown as Service;
}

function sorted<T>(pairs: readonly (readonly [string, T])[]): Record<string, T> {
  const map = Object.fromEntries(pairs);
  return Object.fromEntries(sortedKeys(map).map((key) => [key, map[key] as T]));
}

type LookUp = (name: string) => string | undefined;

function readEnvFile(
  { path, required, format }: EnvFile,
  host: ComposeHost,
  lookUp: LookUp,
): Map<string, string> {
  if (host.kindOf(path) === undefined) {
    if (required === false) return new Map();
    throw new CliError(`env file ${path} not found: stat ${path}: no such file or directory`);
  }
  const text = host.readFile(path);
  return format === 'raw' ? parseRaw(text) : parseVariables(path, text, host, lookUp);
}

function labelsOf(paths: readonly string[], host: ComposeHost): Record<string, string> {
  const labels = new Map<string, string>();
  for (const path of paths) {
    if (host.kindOf(path) === undefined)
      throw new CliError(`label file ${path} not found: stat ${path}: no such file or directory`);
    for (const [name, value] of parseVariables(path, host.readFile(path), host, (key) => labels.get(key)))
      labels.set(name, value);
  }
  return Object.fromEntries(labels);
}

function parseVariables(path: string, text: string, host: ComposeHost, lookUp: LookUp): Map<string, string> {
  try {
    return parseDotenv(text, { get: lookUp, missing: (name) => warnOfMissing(name, host) });
  } catch (error) {
    throw new CliError(`failed to read ${path}: ${(error as Error).message}`);
  }
}

/** As Compose words it wherever a variable without value is used. */
export function warnOfMissing(name: string, { warn }: Pick<ComposeHost, 'warn'>): void {
  warn(`The ${JSON.stringify(name)} variable is not set. Defaulting to a blank string.`);
}

/** `format: raw`: a line is a variable, and nothing in it means anything else. */
function parseRaw(text: string): Map<string, string> {
  const lines = text.split('\n').map((line) => line.trimStart());
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#') && line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}
