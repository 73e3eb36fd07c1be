import { VolumeSpecError } from '../../lib/volume-spec.ts';
import { cleanPath } from '../../lib/clean-path.ts';

/** What the `-v` flags of `docker run` become in the request. */
export interface VolumeFlags {
  /** `source:target[:mode]`, relative sources made absolute. */
  readonly binds: string[];
  /** Targets of anonymous volumes. */
  readonly volumes: Record<string, Record<string, never>>;
}

/**
 * Sorts `-v` flags into binds and anonymous volumes. The client checks hardly anything: the rest is for the daemon.
 * @param cwd absolute directory that relative sources start from
 * @throws VolumeSpecError
 * @see docker/cli v28.2.2 cli/command/container/opts.go, cli/compose/loader/volume.go
 */
export function parseVolumeFlags(specs: readonly string[], cwd: string): VolumeFlags {
  const result: VolumeFlags = { binds: [], volumes: {} };
  for (const spec of specs) {
    const sections = splitSections(spec);
    const colon = spec.indexOf(':');
    if (sections.length === 1) result.volumes[spec] = {};
    else result.binds.push(absoluteSource(spec.slice(0, colon), cwd) + spec.slice(colon));
  }
  return result;
}

/** A single letter before a colon is taken for a Windows drive, and one or two characters for a target, on every system. */
function splitSections(spec: string): string[] {
  if (spec === '') throw new VolumeSpecError('invalid empty volume spec');
  if (spec.length <= 2) return [spec];
  const sections: string[] = [];
  let drive = '';
  for (const part of spec.split(':')) {
    const section = drive + part;
    drive = '';
    if (/^\p{L}$/u.test(section)) drive = `${section}:`;
    else sections.push(section);
  }
  if (drive !== '') sections.push(drive.slice(0, -1));
  if (sections.includes('')) throw new VolumeSpecError(`invalid spec: ${spec}: empty section between colons`);
  if (sections.length > 3) throw new VolumeSpecError(`invalid spec: ${spec}: too many colons`);
  return sections;
}

/** Only a source that begins with a dot is a relative path; `data:/x` names a volume. */
function absoluteSource(source: string, cwd: string): string {
  return source.startsWith('.') ? cleanPath(`${cwd}/${source}`) : source;
}
