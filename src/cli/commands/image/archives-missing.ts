import { CliError } from '../../cli-error.ts';

/** Simplified: `save` and `load` are refused; a real client writes and reads tar archives of images. */
export function archivesMissing(command: 'save' | 'load'): CliError {
  return new CliError(`docker ${command}: archives of images are not simulated by Drydock yet`);
}
