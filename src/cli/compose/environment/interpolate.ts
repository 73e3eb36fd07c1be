import type { Work } from '../../../lib/work.ts';
import { CliError } from '../../cli-error.ts';
import type { YamlMap, YamlValue } from '../../yaml/yaml-value.ts';
import { castText } from '../../model/casts.ts';
import { changeValue, type TextChange } from '../../model/change-texts.ts';
import { changeResources } from '../model/each-resource.ts';
import { showPath, type Path } from '../../model/path.ts';
import { CASTS } from './casts.ts';
import { InvalidTemplateError, substitute, type Variables } from './substitute.ts';

/** Where values come from, and who is told what is odd about them. */
export interface Interpolation extends Variables {
  warn(message: string): void;
}

/** A model with the variables of all its texts filled in. @throws CliError that names the place */
export function* interpolateModel(model: YamlMap, variables: Interpolation): Work<YamlMap> {
  const fill: TextChange = (text, path) => interpolateText(text, path, variables);
  return yield* changeResources(model, (value, path) => changeValue(value, fill, path));
}

/** One text. @throws CliError */
export function interpolateText(text: string, path: Path, variables: Interpolation): YamlValue {
  try {
    const filled = substitute(text, variables);
    const cast = CASTS.find(path);
    return cast ? castText(cast, filled, variables.warn) : filled;
  } catch (error) {
    if (error instanceof InvalidTemplateError)
      throw new CliError(
        `invalid interpolation format for ${showPath(path)}.\nYou may need to escape any $ with another $.\n${error.template}`,
      );
    throw new CliError(`error while interpolating ${showPath(path)}: ${(error as Error).message}`);
  }
}
