import { isMap, mapOf, textOf, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
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
export function loadModel(files: readonly SourceFile[], scope: Scope, resolve = true): YamlMap {
  const merged = files.reduce<YamlMap>(
    (below, file) => loadFile(below, file, scope, 'whole', loadModel).model,
    {},
  );
  const model = withDefaults(merged);
  checkModel(model);
  const base = { workingDir: scope.base, home: scope.host.home };
  return withServiceVariables(resolve ? resolvePaths(model, base) : model, scope.environment);
}

/** A variable that a list only names has the value that this file sees: an included one may see others. */
function withServiceVariables(model: YamlMap, environment: Readonly<Record<string, string>>): YamlMap {
  if (!isMap(model['services'])) return model;
  const services = Object.entries(mapOf(model['services'])).map(([name, service]): [string, YamlValue] => {
    if (!isMap(service) || !Array.isArray(service['environment'])) return [name, service];
    const variables = service['environment'].map((item) => {
      const key = textOf(item) ?? '';
      return Object.hasOwn(environment, key) ? `${key}=${environment[key] ?? ''}` : item;
    });
    return [name, { ...service, environment: variables }];
  });
  return { ...model, services: Object.fromEntries(services) };
}
