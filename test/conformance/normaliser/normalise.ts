import { canonicaliseBuild } from './buildkit.ts';
import {
  AGE,
  HEX12,
  HEX64,
  HEX_ANY,
  MAC,
  NAME,
  PERCENT,
  PORT,
  SIZE,
  SWARM_LONG,
  SWARM_SHORT,
  TIMES,
  TOKEN,
} from './patterns.ts';
import { dropProgress } from './progress.ts';

/** What of a step is compared. */
export interface StepText {
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The steps of one session with identities, times and sizes replaced by placeholders. An object has the same number wherever it
 * appears in the session, and a short ID that of the long one. @see NORMALISER.md beside the recordings
 */
export function normaliseSteps<T extends StepText>(steps: readonly T[]): T[] {
  const normaliser = new Normaliser();
  for (const { command, stdout, stderr } of steps) {
    for (const text of [command, stdout, stderr]) normaliser.learn(canonicaliseBuild(text));
  }
  return steps.map((step) => ({
    ...step,
    stdout: normaliser.normalise(step.stdout),
    stderr: normaliser.normalise(step.stderr),
  }));
}

/** Numbers things in the order in which they are first seen. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  of(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return number;
  }

  has(key: string): boolean {
    return this.#numbers.has(key);
  }
}

/** IDs are told apart by what `docker ps` shows of them. */
const shortOf = (id: string): string => id.slice(0, 12);

class Normaliser {
  readonly #ids = new Numbering();
  readonly #swarm = new Numbering();
  readonly #names = new Numbering();
  readonly #macs = new Numbering();
  readonly #ports = new Numbering();
  readonly #tokens = new Numbering();

  /** First pass: numbers all IDs. */
  learn(text: string): void {
    for (const [id] of text.matchAll(HEX_ANY)) this.#ids.of(shortOf(id));
    const swarm = [...text.matchAll(SWARM_LONG), ...text.matchAll(SWARM_SHORT)];
    swarm.sort((left, right) => left.index - right.index);
    for (const [id] of swarm) if (!this.#ids.has(shortOf(id))) this.#swarm.of(shortOf(id));
  }

  normalise(text: string): string {
    let result = canonicaliseBuild(dropProgress(text));
    result = this.#replaceIds(result);
    result = replaceTimes(result);
    result = result.replace(SIZE, '<SIZE>').replace(PERCENT, '<PCT>');
    result = replaceMeasurements(result);
    result = this.#replacePorts(result).replaceAll('192.168.65.3', '<HOSTIP>');
    return squeeze(replaceProcesses(result));
  }

  #replaceIds(text: string): string {
    return text
      .replace(TOKEN, (token) => `<TOKEN${this.#tokens.of(token)}>`)
      .replace(/(?<![\p{L}\p{N}_])(file|dir|multi):(?:sha256:)?[0-9a-f]{8,64}/gu, '$1:<SUM>')
      .replace(HEX64, (id) => `<ID${this.#ids.of(shortOf(id))}>`)
      .replace(HEX12, (id) => `<id${this.#ids.of(id)}>`)
      .replace(/(?<![0-9a-zA-Z])[0-9a-f]{14}(?=…)/gu, (id) => `<id${this.#ids.of(shortOf(id))}>`)
      .replace(/buildkit-mount\p{Nd}+/gu, 'buildkit-mount<N>')
      .replace(SWARM_LONG, (id) => `<SID${this.#swarm.of(shortOf(id))}>`)
      .replace(/(?<![0-9a-zA-Z])[a-z0-9]{12}(?![0-9a-zA-Z])/gu, (id) =>
        this.#swarm.has(id) ? `<sid${this.#swarm.of(id)}>` : id,
      )
      .replace(NAME, (name) => `<NAME${this.#names.of(name)}>`)
      .replace(MAC, (mac) => `<MAC${this.#macs.of(mac)}>`);
  }

  /** Ports of the range from which the engine takes free ones. */
  #replacePorts(text: string): string {
    const port = (number: string): string => {
      const isRandom = Number(number) >= 30000 && Number(number) <= 60999;
      return isRandom ? `<PORT${this.#ports.of(number)}>` : number;
    };
    return text
      .replace(PORT, (number) => port(number))
      .replace(
        /("HostPort": ?")(\p{Nd}{5})"/gu,
        (_, before: string, number: string) => `${before}${port(number)}"`,
      )
      .replace(/\*:(3\p{Nd}{4})->/gu, (_, number: string) => `*:<PORT${this.#ports.of(number)}>->`);
  }
}

/** Times of day, ages, and the seconds in BuildKit's progress. */
function replaceTimes(text: string): string {
  const replaced = TIMES.reduce((result, pattern) => result.replace(pattern, '<TIME>'), text).replace(
    AGE,
    '<AGE>',
  );
  return replaced
    .replace(
      /^(#\p{Nd}+ (?:sha256:\S+ |resolve \S+ |transferring \S+ |[a-z ]+:? ?\S* ?)?)\p{Nd}+\.\p{Nd}+s (done)/gmu,
      '$1<T> $2',
    )
    .replace(/^(#\p{Nd}+ DONE )\p{Nd}+\.\p{Nd}+s/gmu, '$1<T>')
    .replace(/^(#(?:\p{Nd}+|N) )\p{Nd}+\.\p{Nd}+(?= )/gmu, '$1<T>')
    .replace(/(?<= )\p{Nd}+\.\p{Nd}+s(?= done|$)/gmu, '<T>')
    .replace(/^(#\p{Nd}+ .*?) (?:<T> )?done$/gmu, '$1 done');
}

/** What ping, curl and inspect measure. */
function replaceMeasurements(text: string): string {
  return text
    .replace(/time=\p{Nd}+\.\p{Nd}+ ms/gu, 'time=<T> ms')
    .replace(/(min\/avg\/max = )[\p{Nd}./]+ ms/gu, '$1<T> ms')
    .replace(/after \p{Nd}+ ms/gu, 'after <T> ms')
    .replace(/("Pid": ?)[1-9]\p{Nd}*/gu, '$1<PID>');
}

/** Process numbers in the tables of `ps` and `docker top`. */
function replaceProcesses(text: string): string {
  let result = text;
  if (/^PID +USER/mu.test(result)) {
    result = result.replace(/^ *(?!1 )\p{Nd}+ +(?=[a-z_][\p{L}\p{N}_-]* )/gmu, '<PID> ');
  }
  if (/^PID +COMMAND/u.test(result)) result = result.replace(/^\p{Nd}+ +/gmu, '<PID>  ');
  if (/^UID +PID/u.test(result)) {
    const row = /^(\S+) +\p{Nd}+ +\p{Nd}+ +\p{Nd}+ +\S+ +(\S+) +[\p{Nd}:]+ +/gmu;
    result = result.replace(row, '$1  <PID> <PID> <C> <TIME>  $2  <T>  ');
  }
  return result;
}

/** Column widths depend on the values in them. */
function squeeze(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/(?<=\S) {2,}/gu, '  ').trimEnd())
    .join('\n');
}
