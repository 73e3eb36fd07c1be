import { mapValuesInPieces, type Work } from '../../../lib/work.ts';
import { isMap, mapOf, textOf, type YamlMap } from '../../yaml/yaml-value.ts';
import { checkModel } from '../model/check-model.ts';
import { withDefaults } from '../model/defaults.ts';
import { resolvePaths } from '../model/resolve-paths.ts';
import { loadFile } from './load-file.ts';
import type { Scope, SourceFile } from './scope.ts';

/**
 * The canonical model of files, each over those before it, with defaults and absolute paths.
 * @param resolve false leaves relative paths
 * @throws CliError
 * @see compose-spec/compose-go v2.6.3 loader/loader.go loadYamlModel
 */
export function* loadModel(files: readonly SourceFile[], scope: Scope, resolve = true): Work<YamlMap> {
  let merged: YamlMap = {};
  for (const file of files) ({ model: merged } = yield* loadFile(merged, file, scope, 'whole', loadModel));
  const model = yield* withDefaults(merged);
  yield* checkModel(model);
  const base = { workingDir: scope.base, home: scope.host.home };
  const resolved = resolve ? yield* resolvePaths(model, base) : model;
  return yield* withServiceVariables(resolved, scope.environment);
}

/** A variable that a list only names has the value that this file sees: an included one may see others. */
function* withServiceVariables(model: YamlMap, environment: Readonly<Record<string, string>>): Work<YamlMap> {
  if (!isMap(model['services'])) return model;
  const services = yield* mapValuesInPieces(mapOf(model['services']), (service) => {
    if (!isMap(service) || !Array.isArray(service['environment'])) return service;
    const variables = service['environment'].map((item) => {
      const key = textOf(item) ?? '';
      return Object.hasOwn(environment, key) ? `${key}=${environment[key] ?? ''}` : item;
    });
    return { ...service, environment: variables };
  });
  return { ...model, services };
}
