import { mapValuesInPieces, type Work } from '../../../lib/work.ts';
import type { Change } from '../../model/path.ts';
import { isMap, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';

/** A model with what stands in its sections changed, a resource at a time. */
export function* changeResources(model: YamlMap, change: Change): Work<YamlMap> {
  const sections: [string, YamlValue][] = [];
  for (const [section, value] of Object.entries(model))
    sections.push([
      section,
      isMap(value)
        ? yield* mapValuesInPieces(value, (item, name) => change(item, [section, name]))
        : change(value, [section]),
    ]);
  return Object.fromEntries(sections);
}
