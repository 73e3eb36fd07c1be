import type { FileTarget } from '../../../api/service-types.ts';
import type { ProvidedFile } from '../../state.ts';
import type { Assignment } from '../dispatcher.ts';

const SECRETS = '/run/secrets/';

/**
 * The secrets and configs of a task as files of its container: a secret without a path is in /run/secrets, a config in /.
 * @see moby v28 daemon/container_operations_unix.go setupSecretDir, setupConfigDir
 */
export function taskFiles({ spec, contents }: Assignment): ProvidedFile[] {
  const { Secrets = [], Configs = [] } = spec.ContainerSpec ?? {};
  return [
    ...Secrets.flatMap(({ File, SecretID }) =>
      File ? [fileOf('secret', SECRETS, File, contents[SecretID])] : [],
    ),
    ...Configs.flatMap(({ File, ConfigID }) =>
      File ? [fileOf('config', '/', File, contents[ConfigID])] : [],
    ),
  ];
}

function fileOf(
  kind: ProvidedFile['kind'],
  directory: string,
  { Name, UID, GID, Mode }: FileTarget,
  content = '',
): ProvidedFile {
  const path = Name.startsWith('/') ? Name : directory + Name;
  return { kind, path, uid: Number(UID) || 0, gid: Number(GID) || 0, mode: Mode, content };
}
