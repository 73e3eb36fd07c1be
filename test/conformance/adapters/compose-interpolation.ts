import {
  extractVariables,
  type ModelVariable,
} from '../../../src/cli/compose/environment/extract-variables.ts';
import { substitute } from '../../../src/cli/compose/environment/substitute.ts';
import type { YamlValue } from '../../../src/cli/yaml/yaml-value.ts';
import { attempt, createCaseAdapter } from '../suite.ts';

interface Template {
  readonly template: string;
  readonly env: Readonly<Record<string, string>>;
}

function runSubstitute({ template, env }: Template): object {
  const warnings: string[] = [];
  const variables = {
    get: (name: string) => env[name],
    missing: (name: string) =>
      void warnings.push(`The "${name}" variable is not set. Defaulting to a blank string.`),
  };
  const result = attempt(() => substitute(template, variables));
  return { ...result, ...(warnings.length > 0 ? { warnings } : {}) };
}

/** Under the names that the fields have in Go. */
function toGo({ name, defaultValue, presenceValue, required }: ModelVariable): object {
  return { Name: name, DefaultValue: defaultValue, PresenceValue: presenceValue, Required: required };
}

/** compose-go's template package */
export const composeInterpolation = createCaseAdapter('compose-interpolation', ({ fn, input, expected }) => {
  if (fn === 'substitute') return { actual: runSubstitute(input as Template), expected };
  const found = [...extractVariables(input as YamlValue)].map(([name, variable]) => [name, toGo(variable)]);
  return { actual: Object.fromEntries(found), expected };
});
