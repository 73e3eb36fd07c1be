import type { BuildOptions } from '../../api/build-types.ts';

/** Whether a stage's steps are not to come from the cache: `--no-cache`, or `--no-cache-filter` with its name. */
export function isCacheOff(
  { noCache, noCacheFilter = [] }: Pick<BuildOptions, 'noCache' | 'noCacheFilter'>,
  stage = '',
): boolean {
  return noCache || (stage !== '' && noCacheFilter.some((name) => name.toLowerCase() === stage));
}
