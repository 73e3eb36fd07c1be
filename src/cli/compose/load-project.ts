import { finish, inTurns, type Work } from '../../lib/work.ts';
import { CliError } from '../cli-error.ts';
import type { YamlMap } from '../yaml/yaml-value.ts';
import { decodeProject } from './decode/decode-project.ts';
import { interpolationOf, type Scope, type SourceFile } from './files/scope.ts';
import { loadModel } from './files/load-model.ts';
import { findProject, readProjectFiles, type ProjectPlace } from './find-files.ts';
import type { ComposeHost, LoadOptions } from './load-options.ts';
import { normalizeModel } from './model/normalize.ts';
import { checkProjectName, nameInFiles, normalizeProjectName } from './project-name.ts';
import { checkConsistency } from './project/check-consistency.ts';
import { resolveEnvironments } from './project/resolve-environment.ts';
import {
  withoutUnusedResources,
  withProfiles,
  withSelectedServices,
  withServicesEnabled,
} from './project/select-services.ts';
import type { Project } from './project.ts';

/** The canonical model of a project's files before it is a project: what `config --no-interpolate` prints. */
export interface LoadedModel extends ProjectPlace {
  readonly name: string;
  readonly model: YamlMap;
}

/**
 * The project that files and flags describe.
 * @throws CliError in Compose's words
 * @see docker/compose v2.36.2 cmd/compose/compose.go ToProject, compose-spec/compose-go v2.6.3 loader/loader.go
 */
export async function loadProject(options: LoadOptions): Promise<Project> {
  const loaded = await loadProjectModel(options);
  return await givingWay(toProject(loaded, options), options.host);
}

function* toProject(
  { name, model, files, workingDir, environment }: LoadedModel,
  options: LoadOptions,
): Work<Project> {
  const { services = [] } = options;
  const profiles = profilesOf(options, environment);
  const whole: Project = {
    ...(yield* decodeProject(model)),
    name,
    workingDir,
    composeFiles: files,
    environment,
    disabledServices: {},
  };
  const project = withProfiles(whole, profiles);
  if (!options.skipConsistencyCheck) yield* checkConsistency(project);
  const selected = withSelectedServices(withServicesEnabled(project, services, profiles), services);
  const used = options.keepUnusedResources ? selected : withoutUnusedResources(selected);
  return options.skipEnvironmentResolution ? used : yield* resolveEnvironments(used, options.host);
}

/** Files and flags up to the canonical model. @throws CliError */
export async function loadProjectModel(options: LoadOptions): Promise<LoadedModel> {
  const place = findProject(options);
  const sources = await readProjectFiles(place.files, options.host);
  return await givingWay(toModel(place, sources, options), options.host);
}

function* toModel(
  place: ProjectPlace,
  sources: readonly SourceFile[],
  options: LoadOptions,
): Work<LoadedModel> {
  const base: Scope = {
    host: options.host,
    environment: place.environment,
    skipInterpolation: options.skipInterpolation ?? false,
    folder: place.workingDir,
    base: place.workingDir,
    included: [],
  };
  const name = yield* projectName(options, place, sources, base);
  const environment = { ...place.environment, COMPOSE_PROJECT_NAME: name };
  const scope = { ...base, environment };
  const model = yield* loadModel(sources, scope, !options.skipPathResolution);
  if (Object.keys(model).length === 0) throw new CliError('empty compose file');
  if (name === '') throw new CliError('project name must not be empty');
  const named = options.skipNormalization ? model : yield* normalizeModel({ ...model, name }, environment);
  return { ...place, environment, name, model: named };
}

/** By `-p`, COMPOSE_PROJECT_NAME, the files, or the folder. @throws CliError */
function* projectName(
  { projectName: given, skipInterpolation }: LoadOptions,
  { environment, workingDir }: ProjectPlace,
  files: readonly SourceFile[],
  scope: Scope,
): Work<string> {
  const imposed = given || environment['COMPOSE_PROJECT_NAME'];
  if (imposed) return checkProjectName(imposed);
  const folder = normalizeProjectName(workingDir.slice(workingDir.lastIndexOf('/') + 1));
  return (yield* nameInFiles(files, skipInterpolation ? undefined : interpolationOf(scope))) || folder;
}

const givingWay = <T>(work: Work<T>, { tick }: ComposeHost): T | Promise<T> =>
  tick ? inTurns(work, tick) : finish(work);

function profilesOf(
  { profiles = [] }: LoadOptions,
  environment: Readonly<Record<string, string>>,
): readonly string[] {
  if (profiles.length > 0) return profiles;
  return (environment['COMPOSE_PROFILES'] ?? '').split(',').map((profile) => profile.trim());
}
