import { exactly } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { refusedByManager } from '../refused-by-manager.ts';

/** Changes a volume that a swarm shares. @see docker/cli v28.2.2 cli/command/volume/update.go */
export const VOLUME_UPDATE = refusedByManager('volume', {
  name: 'update',
  use: '[OPTIONS] [VOLUME]',
  short: 'Change a cluster volume',
  args: exactly(1),
  flags: [
    flag('availability', '', 'string', 'Availability in the swarm ("active", "pause", "drain")', {
      default: 'active',
    }),
  ],
});
