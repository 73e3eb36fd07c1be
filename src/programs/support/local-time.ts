import type { Process } from '../../kernel/process.ts';
import { parseTimeZone, TIME_ZONES, UTC, type TimeZone } from '../../lib/time-zones.ts';

const ZONE_FOLDER = '/usr/share/zoneinfo/';

/** The zone of TZ, or of /etc/localtime; UTC where neither names one that is installed. @see tzset(3) */
export function localZone({ env, files }: Process): TimeZone {
  const given = env.get('TZ');
  if (given !== undefined) {
    const name = given.replace(/^:/, '').replace(ZONE_FOLDER, '');
    return installed(name) ?? parseTimeZone(name) ?? UTC;
  }
  const link = '/etc/localtime';
  if (files.lstatIfAny(link)?.type !== 'symlink') return UTC;
  return installed(files.readlink(link).replace(/^.*\/zoneinfo\//, '')) ?? UTC;

  function installed(name: string): TimeZone | undefined {
    const rules = TIME_ZONES.get(name);
    return rules !== undefined && files.exists(ZONE_FOLDER + name) ? parseTimeZone(rules) : undefined;
  }
}
