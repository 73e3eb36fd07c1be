import { readTar, TarFormatError, type TarMember } from '../../lib/tar-format.ts';
import { nameMatcher } from '../files/find/name-matcher.ts';
import type { TarRun } from './tar-run.ts';

/** Goes through the members that the operands ask for, all where there are none. @returns the exit status */
export async function eachMember(job: TarRun, use: (member: TarMember) => Promise<void>): Promise<number> {
  const members = await archiveMembers(job);
  if (typeof members === 'number') return members;
  const choice = new MemberChoice(job);
  for (const member of members) {
    const turn = job.proc.tick(10 + (member.data.length >> 9));
    if (turn) await turn;
    const plain = member.name.replace(/\/$/, '');
    if (choice.takes(plain) && !job.isExcluded(plain)) await use(member);
  }
  await choice.complain();
  return job.finish();
}

/** All members of the archive; a number is the exit status where it can't be read. */
export async function archiveMembers(job: TarRun): Promise<readonly TarMember[] | number> {
  const bytes = await job.readArchive();
  if (typeof bytes === 'number') return bytes;
  try {
    return readTar(bytes);
  } catch (error) {
    if (!(error instanceof TarFormatError)) throw error;
    if (job.proc.busybox) return job.giveUp('invalid tar magic');
    await job.complain(error.message);
    return job.finish();
  }
}

/** Which members the operands name, with what is below them. */
export class MemberChoice {
  readonly #job: TarRun;
  readonly #wanted: readonly { readonly name: string; readonly matches: (part: string) => boolean }[];
  readonly #missing = new Set<string>();

  constructor(job: TarRun) {
    this.#job = job;
    const wildcards = job.options.last('wildcards', 'no-wildcards') === 'wildcards';
    this.#wanted = job.operands().map((operand) => {
      const name = operand.replace(/\/$/, '');
      this.#missing.add(name);
      return { name, matches: wildcards ? nameMatcher(name, false) : (part: string) => part === name };
    });
  }

  takes(plain: string): boolean {
    if (this.#wanted.length === 0) return true;
    const parts = plain.split('/');
    const names = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
    const asked = this.#wanted.filter(({ matches }) => names.some(matches));
    for (const { name } of asked) this.#missing.delete(name);
    return asked.length > 0;
  }

  /** Says what was asked for and not there. */
  async complain(): Promise<void> {
    const { proc, options } = this.#job;
    const patterns = [...this.#missing].some((name) => /[*?[]/.test(name));
    if (patterns && !proc.busybox && !options.has('wildcards', 'no-wildcards'))
      await proc.err(
        'tar: Pattern matching characters used in file names\ntar: Use --wildcards to enable pattern matching, or --no-wildcards to suppress this warning\n',
      );
    for (const name of this.#missing)
      await this.#job.complain(
        proc.busybox ? `${name}: not found in archive` : `${name}: Not found in archive`,
      );
  }
}
