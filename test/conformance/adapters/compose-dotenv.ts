import { parseDotenv } from '../../../src/cli/compose/environment/dotenv.ts';
import { attempt, createCaseAdapter } from '../suite.ts';

interface Input {
  readonly text: string;
  readonly env: Readonly<Record<string, string>>;
}

/** compose-go's dotenv package */
export const composeDotenv = createCaseAdapter('compose-dotenv', ({ input, expected }) => {
  const { text, env } = input as Input;
  const warnings: string[] = [];
  const result = attempt(() =>
    parseDotenv(text, {
      get: (name) => env[name],
      missing: (name) =>
        void warnings.push(`The "${name}" variable is not set. Defaulting to a blank string.`),
    }),
  );
  const values = 'value' in result ? { values: Object.fromEntries(result.value) } : result;
  return { actual: { ...values, ...(warnings.length > 0 ? { warnings } : {}) }, expected };
});
