import { CliError } from '../../cli-error.ts';
import { isMap, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { showPath, type Path } from '../model/path.ts';
import { CASTS } from './casts.ts';
import { InvalidTemplateError, substitute, type Variables } from './substitute.ts';

/** Where values come from, and who is told what is odd about them. */
export interface Interpolation extends Variables {
  warn(message: string): void;
}

/** A model with the variables of all its texts filled in; keys stay as they are. @throws CliError that names the place. @see compose-spec/compose-go v2.6.3 interpolation/interpolation.go */
export function interpolateModel(model: YamlMap, variables: Interpolation): YamlMap {
  return interpolateMap(model, [], variables);
}

function interpolateMap(map: YamlMap, path: Path, variables: Interpolation): YamlMap {
  return Object.fromEntries(
    Object.entries(map).map(([key, item]) => [key, interpolateValue(item, [...path, key], variables)]),
  );
}

function interpolateValue(value: YamlValue, path: Path, variables: Interpolation): YamlValue {
  if (isMap(value)) return interpolateMap(value, path, variables);
  if (Array.isArray(value)) return value.map((item) => interpolateValue(item, [...path, '[]'], variables));
  return typeof value === 'string' ? interpolateText(value, path, variables) : value;
}

/** One text. @throws CliError */
export function interpolateText(text: string, path: Path, variables: Interpolation): YamlValue {
  try {
    const filled = substitute(text, variables);
    const cast = CASTS.find(path);
    return cast ? castText(filled, cast, variables) : filled;
  } catch (error) {
    if (error instanceof InvalidTemplateError)
      throw new CliError(
        `invalid interpolation format for ${showPath(path)}.\nYou may need to escape any $ with another $.\n${error.template}`,
      );
    throw new CliError(`error while interpolating ${showPath(path)}: ${(error as Error).message}`);
  }
}

function castText(
  text: string,
  cast: NonNullable<ReturnType<typeof CASTS.find>>,
  { warn }: Interpolation,
): YamlValue {
  try {
    return cast(text, warn);
  } catch (error) {
    throw new Error(`failed to cast to expected type: ${(error as Error).message}`, { cause: error });
  }
}
