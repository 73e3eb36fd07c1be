import type { Work } from '../../../lib/work.ts';
import { CliError } from '../../cli-error.ts';
import { isMap, type YamlMap } from '../../yaml/yaml-value.ts';
import { interpolateModel } from '../environment/interpolate.ts';
import { toCanonical } from '../model/canonical.ts';
import { mergeModels } from '../model/merge.ts';
import { enforceUnicity } from '../model/unicity.ts';
import { schemaProblem } from '../schema/check-schema.ts';
import { documentsOf } from './documents.ts';
import { applyExtends } from './extends.ts';
import { applyIncludes, type IncludeLoader } from './include.ts';
import { applyResets } from './reset.ts';
import { interpolationOf, type LoadedFile, type Scope, type SourceFile } from './scope.ts';
import { checkKeys } from './check-keys.ts';

/** How far a file is taken: one that is extended stays as it is written, but for short forms. */
export type Depth = 'whole' | 'extended';

/**
 * A file over the model of those before it, in canonical form.
 * @param loadIncluded loads what it includes
 * @throws CliError
 * @see compose-spec/compose-go v2.6.3 loader/loader.go loadYamlFile
 */
export function* loadFile(
  below: YamlMap,
  file: SourceFile,
  scope: Scope,
  depth: Depth,
  loadIncluded: IncludeLoader,
): Work<LoadedFile> {
  let loaded: LoadedFile = { model: below, resets: [] };
  for (const document of yield* documentsOf(file)) {
    checkKeys(document);
    if (!isMap(document.value)) throw new CliError('top-level object must be a mapping');
    const resets = document.resets.map((path) => path.map(String));
    const written = scope.skipInterpolation
      ? document.value
      : yield* interpolateModel(document.value, interpolationOf(scope));
    const model =
      depth === 'whole'
        ? yield* layOver(loaded.model, { model: written, resets }, file, scope, loadIncluded)
        : yield* mergeModels(loaded.model, written);
    const unique = yield* enforceUnicity(model);
    const whole = yield* canonical(unique, file, scope, depth);
    loaded = { model: yield* enforceUnicity(whole), resets };
  }
  return loaded;
}

/** A document with what it includes and extends, over the model below. */
function* layOver(
  below: YamlMap,
  { model, resets }: LoadedFile,
  file: SourceFile,
  scope: Scope,
  loadIncluded: IncludeLoader,
): Work<YamlMap> {
  const loadBase = (other: SourceFile, inner: Scope): Work<LoadedFile> =>
    loadFile({}, other, inner, 'extended', loadIncluded);
  const complete = yield* applyIncludes({ model, resets }, file, scope, loadIncluded);
  const extended = yield* applyExtends({ model: complete, resets }, file, scope, loadBase);
  return yield* mergeModels(applyResets(below, resets), extended);
}

function* canonical(model: YamlMap, file: SourceFile, scope: Scope, depth: Depth): Work<YamlMap> {
  const { version, ...current } = model;
  if (depth === 'whole') {
    const problem = yield* schemaProblem(model);
    if (problem !== undefined) throw new CliError(`validating ${file.path}: ${problem}`);
    if (version !== undefined)
      scope.host.warn(
        `${file.path}: the attribute \`version\` is obsolete, it will be ignored, please remove it to avoid potential confusion`,
      );
  }
  return yield* toCanonical(depth === 'whole' ? current : model, {
    keepUnreadable: scope.skipInterpolation,
    warn: (message) => scope.host.warn(message),
  });
}
