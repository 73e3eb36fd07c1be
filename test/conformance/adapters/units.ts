import { formatUlimit, parseUlimit } from '../../../src/cli/opts/ulimit-spec.ts';
import { formatHumanDuration } from '../../../src/lib/human-duration.ts';
import {
  formatBinarySize,
  formatHumanSize,
  parseBinarySize,
  parseHumanSize,
} from '../../../src/lib/human-size.ts';
import { attempt, createCaseAdapter, pick } from '../suite.ts';

function parsed(compute: () => number): unknown {
  const result = attempt(compute);
  return 'value' in result ? result : { error: true };
}

function ulimit(text: string): Record<string, unknown> {
  const result = attempt(() => parseUlimit(text));
  if ('error' in result) return { error: true, message: result.error };
  const { Name, Hard, Soft } = result.value;
  return { name: Name, hard: Hard, soft: Soft, string: formatUlimit(result.value) };
}

/** docker/go-units */
export const units = createCaseAdapter('units', ({ fn, input, expected }) => {
  switch (fn) {
    case 'BytesSize':
      return { actual: formatBinarySize(Number(input)), expected };
    case 'HumanSize':
      return { actual: formatHumanSize(Number(input)), expected };
    case 'HumanDuration':
      return { actual: formatHumanDuration((input as { seconds: number }).seconds * 1000), expected };
    case 'FromHumanSize':
      return { actual: parsed(() => parseHumanSize(String(input))), expected };
    case 'RAMInBytes':
      return { actual: parsed(() => parseBinarySize(String(input))), expected };
    default:
      return { actual: pick(ulimit(String(input)), expected), expected };
  }
});
