import { parseShortPort } from '../../../src/cli/model/short-port.ts';
import { parseShortVolume } from '../../../src/cli/model/short-volume.ts';
import { attempt, createCaseAdapter } from '../suite.ts';

/** compose-go's format and types packages */
export const composeShortSyntax = createCaseAdapter('compose-short-syntax', ({ fn, input, expected }) => {
  const result = attempt<unknown>(() =>
    fn === 'port' ? parseShortPort(input as string) : parseShortVolume(input as string),
  );
  return { actual: 'value' in result ? result.value : result, expected };
});
