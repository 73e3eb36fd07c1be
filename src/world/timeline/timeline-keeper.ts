import type { Difference, WorldChange } from '../mirror.ts';
import type { TravelPlan, TravelTo } from '../queries/queries.ts';
import type { WorldSnapshot } from '../saved-world.ts';
import { bytesOnlyIn, differences } from './differences.ts';
import { editLabel, type Edit } from './edit-label.ts';
import { onlyAsks, onlyLooks } from './only-looks.ts';
import { busy, nowhere } from './refusal.ts';
import { addStep, beginSteps, currentStep, moveTo, nameStep, type StepCause } from './steps.ts';
import { recordsOf, type TimelineRecords } from './timeline-records.ts';
import { destinationOf, lossesOf, startedAgain, type WorldSteps } from './travel-plan.ts';

/** So much is kept: the oldest points without a name go first. */
const BOUNDS = { steps: 200, bytes: 64 * 1024 * 1024 };

/** A command that runs. */
interface Begun {
  readonly label: string;
  readonly before: WorldSnapshot;
  /** How many deeds there were. */
  readonly deeds: number;
}

/** What programs do by themselves: they end, start again, write. Whatever else changed, the words of a command must have been misread, as with an alias. */
const isOfPrograms = ({ kind, change }: Difference): boolean =>
  change === 'changed' && (kind === 'container' || kind === 'volume');

/** Keeps the timeline of a world, over all the worlds that it becomes by going back and forth. */
export class TimelineKeeper {
  readonly #tell: (changes: WorldChange[]) => void;
  #steps: WorldSteps;
  /** The world as it was when it got to where it is: what is different now, others changed. */
  #baseline: WorldSnapshot;
  /** The world was restored from it, and has not settled since. */
  #isRestored = true;
  /** What others had changed before that, since the current step. */
  #drift: readonly Difference[] = [];
  readonly #begun = new Map<string, Begun>();
  /** Grows with each step that may have changed something. */
  #deeds = 0;
  #told: TimelineRecords = new Map();

  /** `tell` hears which records of the page's mirror are others now. */
  constructor(start: WorldSnapshot, label: string, tell: (changes: WorldChange[]) => void) {
    this.#tell = tell;
    this.#baseline = start;
    this.#steps = beginSteps(start, start.nowMs, label);
    this.#changed();
  }

  /** The timeline begins anew at this moment. */
  begin(start: WorldSnapshot, label: string): void {
    this.#baseline = start;
    this.#steps = beginSteps(start, start.nowMs, label);
    this.#isRestored = false;
    this.#drift = [];
    this.#begun.clear();
    this.#changed();
  }

  /** A command begins in a terminal; `before` is the world at this moment. */
  began(terminal: string, label: string, before: WorldSnapshot): void {
    this.#begun.set(terminal, { label, before, deeds: this.#deeds });
  }

  /** The terminal's command has ended. */
  ended(terminal: string, after: WorldSnapshot): void {
    const begun = this.#begun.get(terminal);
    this.#begun.delete(terminal);
    if (!begun) return;
    const { label } = begun;
    // One that began before the last step ended counts from there: a step never takes another one back.
    const before = begun.deeds === this.#deeds ? begun.before : this.#baseline;
    if (this.#isLook(label, before, after)) this.#look(label, terminal, after);
    else this.#add({ cause: 'command', label, terminal, before, after });
  }

  /** What became different while it ran is not its doing. Right after a journey, that is also what programs write while they start, whoever asks them something meanwhile. */
  #isLook(label: string, before: WorldSnapshot, after: WorldSnapshot): boolean {
    if (onlyLooks(label)) return differences(before, after).every(isOfPrograms);
    return this.#isRestored && onlyAsks(label) && differences(before, after, true).length === 0;
  }

  /** A point that changed nothing: what others do is still counted from where it was. */
  #look(label: string, terminal: string, after: WorldSnapshot): void {
    const heldBytes = bytesOnlyIn(currentStep(this.#steps).after, after);
    const step = { cause: 'command', label, terminal, atMs: after.nowMs, before: after, after } as const;
    this.#steps = addStep(this.#steps, { ...step, drift: [], changes: [], heldBytes }, BOUNDS);
    this.#changed();
  }

  /** The page's editor or file tree changed files. */
  edited(edit: Edit, before: WorldSnapshot, after: WorldSnapshot): void {
    this.#add({ cause: 'edit', label: editLabel(edit), before, after });
  }

  #add(step: {
    cause: StepCause;
    label: string;
    terminal?: string;
    before: WorldSnapshot;
    after: WorldSnapshot;
  }): void {
    const { before, after } = step;
    const drift = this.#driftUntil(before);
    const changes = differences(before, after);
    const heldBytes = bytesOnlyIn(currentStep(this.#steps).after, before) + bytesOnlyIn(before, after);
    const added = { ...step, atMs: after.nowMs, drift, changes, heldBytes };
    this.#steps = addStep(this.#steps, added, BOUNDS);
    this.#deeds += 1;
    this.#baseline = after;
    this.#isRestored = false;
    this.#drift = [];
    this.#changed();
  }

  /** What going there means, from the world as it is now; undefined where it leads nowhere. */
  plan(to: TravelTo, now: WorldSnapshot): Omit<TravelPlan, 'stops'> | undefined {
    const destination = destinationOf(this.#steps, to);
    if (!destination) return undefined;
    const { step, snapshot } = destination;
    return {
      label: step.name ?? step.label,
      losses: lossesOf(this.#steps, destination, this.#driftUntil(now)),
      restarts: startedAgain(snapshot),
    };
  }

  /** The same for the page, with what ends in other terminals, or words for the learner that say why not. `running`: lines by terminal. */
  answer(
    to: TravelTo,
    terminal: string,
    running: ReadonlyMap<string, string>,
    now: WorldSnapshot,
  ): TravelPlan | string {
    const line = running.get(terminal);
    if (line !== undefined) return busy(line);
    const plan = this.plan(to, now);
    if (!plan) return nowhere(to);
    const stops = [...running].flatMap(([id, command]) => (command ? [{ terminal: id, command }] : []));
    return { ...plan, stops };
  }

  /** The world as it will be there. */
  snapshotOf(to: TravelTo): WorldSnapshot | undefined {
    return destinationOf(this.#steps, to)?.snapshot;
  }

  /** The world has become that snapshot. What it is once everything has started again is told to `settled`. */
  go(to: TravelTo): void {
    const destination = destinationOf(this.#steps, to);
    if (!destination) return;
    this.#steps = moveTo(this.#steps, destination.current);
    this.#baseline = destination.snapshot;
    this.#isRestored = true;
    this.#drift = destination.drift;
    this.#begun.clear();
    this.#deeds += 1;
    this.#changed();
  }

  /** The restored world has started what ran: only what is different from now on is anybody's doing. */
  settled(now: WorldSnapshot, since: WorldSnapshot): void {
    if (this.#baseline !== since) return;
    // What a command that runs did already can't be told from what programs wrote while they started: that counts from where it began.
    const running = [...this.#begun.values()].find(({ label }) => !onlyLooks(label));
    this.#baseline = running?.before ?? now;
    this.#isRestored = false;
  }

  /** What others changed since the current step. */
  #driftUntil(now: WorldSnapshot): Difference[] {
    return [...this.#drift, ...differences(this.#baseline, now, this.#isRestored)];
  }

  /** The world before and after the last step, where that was the command of this terminal. */
  lastCommand(
    terminal: string,
  ): { readonly before: WorldSnapshot; readonly after: WorldSnapshot } | undefined {
    const step = currentStep(this.#steps);
    return step.cause === 'command' && step.terminal === terminal ? step : undefined;
  }

  name(id: number, name: string): void {
    this.#steps = nameStep(this.#steps, id, name);
    this.#changed();
  }

  #changed(): void {
    const records = recordsOf(this.#steps);
    const changes: WorldChange[] = [];
    for (const [id, record] of records) {
      if (JSON.stringify(this.#told.get(id)) === JSON.stringify(record)) continue;
      changes.push({ kind: record.kind, id, value: record.value } as WorldChange);
    }
    for (const [id, { kind }] of this.#told) if (!records.has(id)) changes.push({ kind, id });
    this.#told = records;
    if (changes.length > 0) this.#tell(changes);
  }
}
