import type { Host } from '../../../host/host.ts';
import { toBytes } from '../../../lib/bytes.ts';
import { sha256Digest } from '../../../lib/sha256.ts';
import type { FromWorld, ToWorld } from '../../protocol.ts';
import type { Queries, QueryName, TravelTo } from '../../queries/queries.ts';
import type { RunningWorld } from '../../running-world.ts';
import { HandHost, NeverCame } from '../hand-host.ts';
import { MemoryStorage } from '../memory-storage.ts';
import { TestPage } from '../test-page.ts';
import { worldDigest } from '../world-digest.ts';
import { brokenMachines, notOfPrograms, savedIsTheSame, strayProcesses } from './rules.ts';
import { TERMINALS, type WorldAction, type WorldStep } from './steps.ts';

/** So much real time whatever was asked for may take: a hundred times as much in the world. */
const PATIENCE_MS = 3000;
/** The world has started again what ran. */
const SETTLED_MS = 40;
/** Where no program can help being ended by it. */
const CTRL_C = '\x03';
/** What a terminal in a container's program is left by, Ctrl-C being the program's: detach, or end what reads. */
const WAYS_OUT = ['\x10\x11', CTRL_C, '\x04', '\x10\x11', CTRL_C, 'exit\r'];
/** Their programs may take Ctrl-C for themselves: it is sent into a container, or to a shell. */
const OWNS_CTRL_C = /(-it|attach) |^sh$|^exit$/;
const REFUSALS =
  /^There is nothing to (undo|redo)|is still running in this terminal|not ready yet|not kept any more/;

/** What random steps led to. */
export interface LivedWorld {
  readonly broken: readonly string[];
  /** Of all that the terminals showed, and of the world at the end. */
  readonly digest: string;
}

/** A page's life with a world, with all that was wrong in it. */
export async function liveWorld(steps: readonly WorldStep[], base: Host): Promise<LivedWorld> {
  const life = await Life.begin(base);
  for (const step of steps) await life.take(step);
  return life.end();
}

class Life {
  readonly #host: HandHost;
  readonly #storage = new MemoryStorage();
  #page!: TestPage;
  readonly #broken = new Set<string>();
  readonly #shown: string[] = [];
  /** The worlds of the timeline's points, when they came. */
  readonly #points = new Map<number, string>();

  static async begin(base: Host): Promise<Life> {
    const life = new Life(new HandHost(base));
    await life.#open();
    const page = life.#page;
    page.send({ kind: 'machines', count: 2 });
    const terminals = TERMINALS.map((id, index) => page.openTerminal(id, index < 2 ? 'node1' : 'node2'));
    await life.#host.drive(Promise.all(terminals), PATIENCE_MS);
    return life;
  }

  private constructor(host: HandHost) {
    this.#host = host;
  }

  async #open(): Promise<void> {
    const onError = (report: string): void => void this.#broken.add(`error: ${report}`);
    const page = TestPage.begin(this.#host, this.#storage, onError);
    this.#page = await this.#host.drive(page, PATIENCE_MS);
  }

  get #world(): RunningWorld {
    const world = this.#page.served();
    if (!world) throw new Error('no world is served');
    return world;
  }

  async take({ action, pauseMs }: WorldStep): Promise<void> {
    await this.#act(action);
    await this.#host.pass(pauseMs);
    for (const broken of brokenMachines(this.#world.world)) this.#broken.add(broken);
    await this.#notePoints();
  }

  async #act(action: WorldAction): Promise<void> {
    switch (action.do) {
      case 'type':
        return this.#type(action.terminal, `${action.line}\r`);
      case 'keys':
        return this.#type(action.terminal, action.keys);
      case 'open':
        return this.#page.send({
          kind: 'terminal.open',
          terminal: action.terminal,
          columns: 80,
          rows: 24,
          machine: action.machine,
        });
      case 'close':
        return this.#page.send({ kind: 'terminal.close', terminal: action.terminal });
      case 'resize':
        return this.#page.send({ kind: 'terminal.resize', ...action });
      case 'write':
        return this.#ask('writeFile', { path: inProject(action.name), text: action.text });
      case 'delete':
        return this.#ask('deleteFile', { path: inProject(action.name) });
      case 'rename':
        return this.#ask('renameFile', { from: inProject(action.from), to: inProject(action.to) });
      case 'travel':
        return this.#travel(action.to);
      case 'jump': {
        const { points } = this.#page;
        return this.#travel(points[Math.floor(action.place * points.length)]?.id ?? 0);
      }
      case 'machines':
        return this.#page.send({ kind: 'machines', count: action.count });
      case 'hardware':
        return this.#page.send({ kind: 'machine', machine: action.machine, action: action.deed });
      case 'skip':
        return this.#page.send({ kind: 'skip' });
      case 'save': {
        const broken = await savedIsTheSame(this.#world.snapshot());
        return void broken.forEach((one) => this.#broken.add(one));
      }
      case 'reload':
        return this.#reload();
      case 'calm':
        return this.#calmAll();
    }
  }

  #type(terminal: string, text: string): void {
    this.#page.send({ kind: 'terminal.input', terminal, data: toBytes(text) });
  }

  /** Refusals are part of life. */
  async #ask<Q extends QueryName>(query: Q, parameters: Queries[Q]['parameters']): Promise<void> {
    const answer = this.#page.query(query, parameters).catch(() => undefined);
    await this.#within(answer, `no answer to ${query}`);
  }

  async #within(promise: Promise<unknown>, orElse: string): Promise<boolean> {
    try {
      await this.#host.drive(promise, PATIENCE_MS);
      return true;
    } catch (error) {
      if (!(error instanceof NeverCame)) throw error;
      this.#broken.add(orElse);
      return false;
    }
  }

  // The timeline

  async #notePoints(): Promise<void> {
    const keeper = await this.#world.timeline.keeper;
    for (const { id } of this.#page.points) {
      const snapshot = keeper.snapshotOf(id);
      if (snapshot && !this.#points.has(id)) this.#points.set(id, worldDigest(snapshot));
    }
  }

  /** What was kept of the points is what it was when they came. */
  async #lookAtPoints(): Promise<void> {
    const keeper = await this.#world.timeline.keeper;
    for (const { id, label } of this.#page.points) {
      const snapshot = keeper.snapshotOf(id);
      if (snapshot && worldDigest(snapshot) !== (this.#points.get(id) ?? worldDigest(snapshot)))
        this.#broken.add(`R20: the point after “${label}” changed when the world went on`);
    }
  }

  async #travel(to: TravelTo): Promise<void> {
    const terminal = this.#prompts()[0] ?? TERMINALS[0];
    let refused: string | undefined;
    const plan = this.#page.plan(to, terminal).then(
      ({ label }) => label,
      (error: Error) => void (refused = error.message),
    );
    if (!(await this.#within(plan, `no answer to a plan for ${to}`))) return;
    const label = await plan;
    if (refused !== undefined && !REFUSALS.test(refused)) this.#broken.add(`travel: ${refused}`);
    const keeper = await this.#world.timeline.keeper;
    const snapshot = keeper.snapshotOf(to);
    if (refused !== undefined || !snapshot) return;
    const before = this.#page.count('travelled');
    this.#page.send({ kind: 'travel', to });
    const arrived = this.#page.until(() => this.#page.count('travelled') > before);
    if (!(await this.#within(arrived, `never came to ${to}`))) return;
    const { undo, redo } = this.#page.timeline ?? {};
    const told = to === 'undo' ? redo : to === 'redo' ? undo : label;
    const isNamed = this.#page.points.some((point) => point.label === label);
    if (isNamed && told !== label) this.#broken.add(`after ${to} of “${label}” the page offers “${told}”`);
    await this.#host.pass(SETTLED_MS);
    for (const each of notOfPrograms(snapshot, this.#world.snapshot()))
      this.#broken.add(`after ${to} of “${label}”: ${each}`);
    await this.#promptsCome(() => '');
  }

  /** What was saved is loaded by another page. */
  async #reload(): Promise<void> {
    const terminals = this.#page.values('terminal');
    const saved = this.#page.query('save', {});
    await this.#within(saved, 'never saved');
    await this.#leave();
    await this.#open();
    this.#points.clear();
    for (const { id, machine } of terminals)
      this.#page.send({ kind: 'terminal.open', terminal: id, columns: 80, rows: 24, machine });
  }

  async #leave(): Promise<void> {
    await this.#lookAtPoints();
    for (const id of TERMINALS) this.#shown.push(this.#page.shown(id));
    const failed = this.#page.messages.find((message): message is Failed => message.kind === 'save.failed');
    if (failed) this.#broken.add(`a save failed: ${failed.message}`);
    await this.#within(this.#world.end(), 'never ended');
  }

  // Terminals

  /** Those that can have a prompt: their machine is on. */
  #alive() {
    const { world } = this.#world;
    return this.#page.values('terminal').filter(({ machine }) => world.isOn(machine));
  }

  #prompts(): string[] {
    return this.#alive().flatMap(({ id, atPrompt }) => (atPrompt ? [id] : []));
  }

  /** Every terminal that could have a prompt gets one. @param why words for a terminal that does not */
  async #promptsCome(why: (line: string) => string): Promise<void> {
    const waits = (): boolean => this.#alive().every(({ atPrompt }) => atPrompt);
    try {
      await this.#host.drive(this.#page.until(waits), PATIENCE_MS);
    } catch (error) {
      if (!(error instanceof NeverCame)) throw error;
      for (const { atPrompt, line = '' } of this.#alive())
        if (!atPrompt) this.#broken.add(`no prompt: “${line}” ${why(line)}`);
    }
  }

  /** Ctrl-C, and where a program has that for itself what else there is. Clients of docker go at the third. */
  async #calmAll(): Promise<void> {
    const press = async (keys: string): Promise<void> => {
      for (const { id, atPrompt } of this.#alive()) if (!atPrompt) this.#type(id, keys);
      await this.#host.pass(SETTLED_MS);
    };
    for (let times = 0; times < 4; times++) await press(CTRL_C);
    if (this.#alive().every(({ atPrompt, line = '' }) => atPrompt || !OWNS_CTRL_C.test(line)))
      return this.#promptsCome(() => 'goes on after Ctrl-C');
    for (const keys of WAYS_OUT) await press(keys);
    await this.#promptsCome(() => 'never ends');
  }

  /** Everything is left as it would be by somebody who goes, and nothing of theirs goes on. */
  async end(): Promise<LivedWorld> {
    await this.#calmAll();
    for (const { id } of this.#page.values('terminal'))
      this.#page.send({ kind: 'terminal.close', terminal: id } satisfies ToWorld);
    const isClosed = (): boolean => this.#page.values('terminal').length === 0;
    await this.#within(this.#page.until(isClosed), 'a terminal does not close');
    await this.#host.pass(SETTLED_MS);
    const snapshot = this.#world.snapshot();
    for (const one of [
      ...strayProcesses(this.#world.world),
      ...brokenMachines(this.#world.world),
      ...(await savedIsTheSame(snapshot)),
    ])
      this.#broken.add(one);
    await this.#leave();
    return {
      broken: [...this.#broken],
      digest: sha256Digest([...this.#shown, worldDigest(snapshot)].join()),
    };
  }
}

type Failed = Extract<FromWorld, { kind: 'save.failed' }>;

const inProject = (name: string): string => `/root/site/${name}`;
