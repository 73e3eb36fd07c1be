import { mergeModels } from '../../../src/cli/compose/model/merge.ts';
import { enforceUnicity } from '../../../src/cli/compose/model/unicity.ts';
import { readYaml } from '../../../src/cli/yaml/read-yaml.ts';
import { mapOf } from '../../../src/cli/yaml/yaml-value.ts';
import { finish } from '../../../src/lib/work.ts';
import { createCaseAdapter } from '../suite.ts';

interface Input {
  readonly base: string;
  readonly override: string;
}

/** compose-go's override package */
export const composeMerge = createCaseAdapter('compose-merge', ({ input, expected }) => {
  const { base, override } = input as Input;
  const [below, above] = [base, override].map((text) => mapOf(readYaml(text)[0]?.value));
  const { value } = expected as { value: unknown };
  const merged = finish(mergeModels(below ?? {}, above ?? {}));
  return { actual: finish(enforceUnicity(merged)), expected: value };
});
