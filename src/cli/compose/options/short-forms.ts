import { cleanPath } from '../../../lib/clean-path.ts';
import { CliError } from '../../cli-error.ts';
import { parseShortPort } from '../../model/short-port.ts';
import { parseShortVolume } from '../../model/short-volume.ts';
import type { ServicePort, ServiceVolume } from '../project.ts';

/** `--publish` of `compose run`. @throws CliError */
export function readPort(text: string): ServicePort[] {
  return readable(() => parseShortPort(text)) as unknown as ServicePort[];
}

/** `--volume` of `compose run`; relative paths are seen from the folder. @throws CliError */
export function readVolume(text: string, folder: string): ServiceVolume {
  const volume = readable(() => parseShortVolume(text)) as unknown as ServiceVolume;
  if (volume.type !== 'bind' || !volume.source?.startsWith('.')) return volume;
  return { ...volume, source: cleanPath(`${folder}/${volume.source}`) };
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new CliError((error as Error).message);
  }
}
