/** The IDs of anonymous volumes, as they are before and after normalising. */
const ANONYMOUS = /^(?:[0-9a-f]{64}|<ID\d+>|ID)$/;

/**
 * Volumes with a name that the recordings' engine pruned and Docker 28 keeps: they are still there in what comes later in the session, where they may be.
 * @see API v1.42+ (moby v28 volume/service/service.go LocalVolumesPrune); engine-28.json, volume-prune-anonymous and system-prune-named-volumes
 */
export class KeptVolumes {
  readonly #names = new Set<string>();

  /** Notes what a prune of the recording removed, and ours did not. */
  note(command: string, recorded: string, ours: string): void {
    if (!/^docker (?:volume|system) prune\b/.test(command)) return;
    const kept = prunedVolumes(recorded).filter((name) => !prunedVolumes(ours).includes(name));
    for (const name of kept) this.#names.add(name);
  }

  /** Our output without the volumes that the recording lacks: rows of lists, and their number. */
  withoutKept(command: string, recorded: string, ours: string): string {
    if (this.#names.size === 0) return ours;
    if (/\bdocker volume (?:ls|list)\b/.test(command)) {
      const lacks = (name: string | undefined): boolean =>
        name !== undefined && this.#names.has(name) && !wordsOf(recorded).has(name);
      return ours
        .split('\n')
        .filter((line) => !lacks(line.trim().split(/\s+/).at(-1)))
        .join('\n');
    }
    if (/\bdocker system df\b/.test(command))
      return ours.replace(
        /^(Local Volumes\D*)(\d+)/m,
        (_, title: string, count: string) => `${title}${Number(count) - this.#names.size}`,
      );
    return ours;
  }
}

/** The names below "Deleted Volumes:". */
function prunedVolumes(stdout: string): string[] {
  const [, list = ''] = /^Deleted Volumes:\n((?:.+\n)*)/m.exec(stdout) ?? [];
  return list.split('\n').filter((name) => name !== '' && !ANONYMOUS.test(name));
}

function wordsOf(text: string): Set<string> {
  return new Set(text.split(/\s+/));
}
