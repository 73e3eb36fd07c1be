import type { EngineApi } from '../../../api/engine-api.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { NameResolver } from '../task/name-resolver.ts';

const SHORT_ID = 12;

/** `web.1.oslxj05nxsy3@node1`: whose output a line is, each worked out once. @see docker/cli v28.2.2 cli/command/service/logs.go taskFormatter */
export class TaskPrefix {
  readonly #engine: EngineApi;
  readonly #flags: FlagValues;
  readonly #digits: number;
  readonly #names: NameResolver;
  readonly #known = new Map<string, string>();

  /** @param digits of the largest number; shorter ones get blanks behind */
  constructor(engine: EngineApi, flags: FlagValues, digits: number) {
    this.#engine = engine;
    this.#flags = flags;
    this.#digits = digits;
    this.#names = new NameResolver(engine, !flags.bool('no-resolve'));
  }

  async of(details: Readonly<Record<string, string>>): Promise<string> {
    const detail = (name: string): string => details[`com.docker.swarm.${name}.id`] ?? '';
    const id = detail('task');
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const node = await this.#names.node(detail('node'));
    const service = await this.#names.service(detail('service'));
    const { Slot = 0 } = await this.#engine.TaskInspect(id);
    const shown = this.#flags.bool('no-trunc') ? id : id.slice(0, SHORT_ID);
    const task = `${service}.${Slot}${this.#flags.bool('no-task-ids') ? '' : `.${shown}`}`;
    const padding = ' '.repeat(Math.max(0, this.#digits - String(Slot).length));
    const text = `${task}@${node}${padding}`;
    this.#known.set(id, text);
    return text;
  }
}
