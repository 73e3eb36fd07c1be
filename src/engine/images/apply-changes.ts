import { ApiError } from '../../api/api-error.ts';
import type { ContainerConfig } from '../../api/container-types.ts';
import { parseTrigger } from '../build/dockerfile/parse-dockerfile.ts';
import { applyToConfig } from '../build/apply-instruction.ts';

const ALLOWED = [
  'cmd',
  'entrypoint',
  'env',
  'expose',
  'label',
  'onbuild',
  'user',
  'volume',
  'workdir',
  'stopsignal',
  'healthcheck',
];

/** `--change`: a configuration with instructions applied. @throws ApiError invalidParameter @see moby v28 builder/dockerfile/builder.go BuildFromConfig */
export function applyChanges(config: ContainerConfig, changes: readonly string[]): Partial<ContainerConfig> {
  let current: Partial<ContainerConfig> = config;
  for (const change of changes) {
    try {
      const [word = ''] = change.trimStart().split(/\s/, 1);
      if (!ALLOWED.includes(word.toLowerCase())) throw new Error(`${word} is not a valid change command`);
      current = applyToConfig(current, parseTrigger(change));
    } catch (error) {
      throw new ApiError('invalidParameter', (error as Error).message);
    }
  }
  return current;
}
