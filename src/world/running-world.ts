import type { Host, Storage } from '../host/host.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { BuildMarks } from './build-markers.ts';
import { commandNotice } from './command-notice.ts';
import { OutsideEditor } from './outside-editor.ts';
import { followCrashes } from './crash-images.ts';
import { errorReport } from './error-report.ts';
import { ActivityLog } from './explain/activity-log.ts';
import { FileWatch } from './file-watch.ts';
import { savedTerminals, type Handover } from './handover.ts';
import { LessonSeat } from './lessons/lesson-seat.ts';
import { hostView } from './machine-image.ts';
import type { Machine } from './machine.ts';
import { FIRST_MACHINE, type WorldChange } from './mirror.ts';
import type { FromWorld, ToWorld } from './protocol.ts';
import { QueryDesk } from './queries/query-desk.ts';
import { addToJournal, type JournalEntry } from './journal.ts';
import type { WorldSnapshot } from './saved-world.ts';
import { actOnImage, actOnMachine, setMachineCount } from './set-hardware.ts';
import { skipAhead } from './skip-ahead.ts';
import { Terminals } from './terminals.ts';
import { LazyTimeline } from './timeline/lazy-timeline.ts';
import { createWorld, PROJECT_FOLDER, type World } from './world.ts';
import { WorldSaver } from './world-saver.ts';
import { WorldWatch } from './world-watch.ts';

/** A frame: changes are collected for so long. */
const FLUSH_MS = 24;
/** Virtual seconds a second while a lesson is prepared. */
const HURRY = 60;
/** Commands that an error report names. */
const KEPT_COMMANDS = 8;
/** So long after a restore programs are still at their start: what they change then is nobody's doing. */
const SETTLE_MS = 1500;

export interface RunningWorldOptions {
  readonly host: Host;
  readonly storage: Storage;
  readonly loadLesson: (id: string) => Promise<Lesson | undefined>;
  readonly post: (message: FromWorld) => void;
  readonly seed: number;
  readonly speed: number;
  readonly restore: WorldSnapshot | undefined;
  /** Hashes of the blobs in the storage. */
  readonly known: Set<string>;
  /** Of the world that this one takes over from, its page and terminals going on. */
  readonly handover?: Handover;
}

/** A world that serves a page: it runs in real time, tells what changes and saves itself. */
export class RunningWorld {
  readonly #options: RunningWorldOptions;
  readonly world: World;
  readonly #terminals: Terminals;
  readonly timeline: LazyTimeline;
  readonly #files: FileWatch;
  readonly #commands: string[];
  readonly #activity: ActivityLog;
  readonly #editor: OutsideEditor;
  readonly #marks: BuildMarks;
  readonly #queries: QueryDesk;
  /** What the learner ran to get here. */
  #journal: readonly JournalEntry[];
  #pending: WorldChange[] = [];
  readonly #watch: WorldWatch;
  #completes: boolean;
  #cancelFlush: (() => void) | undefined;
  readonly #saver: WorldSaver;
  readonly #seat: LessonSeat;
  #pageState: string | undefined;
  #speed = 1;
  /** Counts what terminals print. */
  #outputs = 0;
  #ended = false;

  constructor(options: RunningWorldOptions) {
    this.#options = options;
    const { host, restore, handover } = options;
    this.#editor = handover?.editor ?? new OutsideEditor(options.post);
    this.#marks = handover?.marks ?? new BuildMarks();
    this.#files = handover?.files ?? new FileWatch(PROJECT_FOLDER);
    this.#commands = handover?.commands ?? [];
    this.#activity = handover?.activity ?? new ActivityLog();
    this.#watch = handover?.watch ?? new WorldWatch();
    this.#completes = handover?.completes ?? true;
    this.#seat = new LessonSeat({
      host,
      world: () => this.world,
      saved: handover ? handover.lesson?.saved : restore?.lesson,
      hurry: (on) => this.world.queue.setSpeed(on ? HURRY : this.#speed),
      tell: (value) => this.#tell({ kind: 'lesson', id: 'lesson', ...(value ? { value } : {}) }),
      changed: () => this.#changed(),
    });
    this.#saver = new WorldSaver({ ...options, snapshot: () => this.snapshot(), saving: handover?.saving });
    this.#pageState = handover ? handover.pageState : restore?.pageState;
    this.#journal = restore?.journal ?? [];
    this.#queries = this.#createDesk();
    try {
      this.world = this.#createWorld();
      this.#terminals = this.#createTerminals();
      this.timeline =
        handover?.timeline ??
        new LazyTimeline(restore ?? this.snapshot(), restore ? RESTORED : FRESH, (changes) =>
          options.post({ kind: 'changes', changes }),
        );
      if (restore) this.#settle(restore);
      if (handover) this.#takeOver(handover);
      this.#speed = options.speed;
      this.world.queue.setSpeed(options.speed);
      this.world.queue.start();
      this.#flush();
    } catch (error) {
      // Half begun it must neither tell nor save anything.
      this.#seat.end();
      this.#stop();
      throw error;
    }
  }

  #createWorld(): World {
    const { host, seed, restore } = this.#options;
    return createWorld({
      host,
      seed,
      mode: 'real',
      onError: (error, where) => this.report(error, where),
      onBoot: (machine) => this.#follow(machine),
      onNotice: (text) => this.#post({ kind: 'notice', text }),
      onBuild: (build, outcome) => {
        this.#seat.room?.log.build(build, outcome);
        const folders = [PROJECT_FOLDER, ...this.#terminals.folders];
        const view = hostView(this.#machine.kernel);
        for (const change of this.#marks.built(view, folders, build, outcome)) this.#tell(change);
      },
      ...(restore ? { restore } : {}),
    });
  }

  #createTerminals(): Terminals {
    return new Terminals(
      (name) => this.world.machines.find((each) => each.name === name && this.world.isOn(name)),
      savedTerminals(this.#options.restore, this.#options.handover),
      PROJECT_FOLDER,
      {
        wrote: (terminal, data) => {
          this.#outputs += 1;
          this.#seat.room?.wrote(data);
          this.#activity.wrote(terminal, data);
        },
        output: (terminal, data) => this.#post({ kind: 'terminal.output', terminal, data }),
        closed: (terminal) => {
          this.#post({ kind: 'terminal.closed', terminal });
          this.#tell({ kind: 'terminal', id: terminal });
        },
        changed: (record) => this.#tell({ kind: 'terminal', id: record.id, value: record }),
        began: (record, line) => {
          const before = this.snapshot();
          this.timeline.tell((keeper) => keeper.began(record.id, line, before));
          this.#activity.began(record, line, this.world.queue.now());
          this.#tellActivity();
          this.#seat.room?.log.command(line);
          this.#commands.push(line);
          this.#commands.splice(0, Math.max(0, this.#commands.length - KEPT_COMMANDS));
          const notice = commandNotice(line, hostView(this.#machine.kernel));
          if (notice !== undefined) this.#post({ kind: 'notice', text: notice });
        },
        ended: ({ id: terminal, machine, cwd }, line, status) => {
          this.#journal = addToJournal(this.#journal, { line, machine, cwd, status }, PROJECT_FOLDER);
          this.#activity.ended(terminal, status, this.world.queue.now());
          this.#tellActivity();
          const after = this.snapshot();
          this.timeline.tell((keeper) => keeper.ended(terminal, after));
          this.#saver.afterDeed();
        },
        openEditor: (path) => this.#editor.open(path),
      },
      this.#options.host,
    );
  }

  /** Nothing is heard of a world that has ended. */
  readonly #post = (message: FromWorld): void => {
    if (!this.#ended) this.#options.post(message);
  };

  #takeOver({ terminals, queries, lesson }: Handover): void {
    if (lesson) this.#goOn(this.#seat.enter(lesson.lesson));
    for (const change of this.#marks.clear()) this.#tell(change);
    this.#terminals.takeOver(terminals);
    const names = new Set(this.world.machines.map(({ name }) => name));
    for (const { machine } of terminals) if (!names.has(machine)) this.#terminals.machineGone(machine);
    for (const query of queries) this.#queries.askAgain(query);
    this.#saver.afterDeed();
  }

  /** Once everything that ran has started again. */
  #settle(since: WorldSnapshot): void {
    const on = this.world.machines.filter(({ name }) => this.world.isOn(name));
    this.#machine.kernel.task('settle', async () => {
      await Promise.all(on.map(({ engine }) => engine.whenStarted()));
      await this.#machine.kernel.clock.sleep(SETTLE_MS);
      const now = this.snapshot();
      this.timeline.tell((keeper) => keeper.settled(now, since));
    });
  }

  get #machine(): World['machines'][0] {
    return this.world.machines[0];
  }

  /** A machine booted. */
  #follow(machine: Machine): void {
    if (machine.name === FIRST_MACHINE) this.#goOn(this.#seat.machineBooted());
    this.#watch.follow(machine, () => this.#changed());
    followCrashes(machine);
    machine.shellSettings.completes = this.#completes;
  }

  // Telling

  #tell(change: WorldChange): void {
    this.#pending.push(change);
    this.#changed();
  }

  /** The page may ask what was noticed. */
  readonly #tellActivity = (): void =>
    this.#tell({ kind: 'activity', id: 'activity', value: { count: this.#activity.count } });

  /** Something may be different: told with the next frame, saved a little later. */
  #changed(): void {
    this.#cancelFlush ??= this.#options.host.after(FLUSH_MS, () => this.#flush());
    this.#saver.soon();
  }

  #flush(): void {
    this.#cancelFlush = undefined;
    if (this.#ended) return;
    const changes = [
      ...this.#watch.changes(this.world, () => this.#changed()),
      ...this.#files.changes(hostView(this.#machine.kernel)),
      ...this.#pending.splice(0),
    ];
    if (changes.length) this.#post({ kind: 'changes', changes });
    this.#seat.room?.look();
  }

  #goOn(lesson: Promise<void>): void {
    lesson.catch((error: unknown) => this.report(error, 'lesson'));
  }

  /** Shown calmly. */
  report(error: unknown, where: string): void {
    this.#post(errorReport(error, { where, seed: this.#options.seed, commands: this.#commands }));
  }

  // Messages of the page

  handle(message: ToWorld): void {
    switch (message.kind) {
      case 'terminal.open':
        return this.#terminals.open(message.terminal, message, message.machine);
      case 'terminal.input':
        return this.#terminals.input(message.terminal, message.data);
      case 'terminal.resize':
        return this.#terminals.resize(message.terminal, message);
      case 'terminal.drawn':
        return this.#terminals.drawn(message.terminal, message.bytes);
      case 'terminal.close':
        return this.#terminals.close(message.terminal);
      case 'editor.closed':
        return this.#editor.closed(message.id);
      case 'page.state':
        this.#pageState = message.state;
        return this.#saver.soon();
      case 'completion':
        this.#completes = message.on;
        for (const { shellSettings } of this.world.machines) shellSettings.completes = message.on;
        return;
      case 'machines':
        setMachineCount(this.world, this.#terminals, message.count);
        return this.#changed();
      case 'machine':
        actOnMachine(this.world, this.#terminals, message);
        return this.#changed();
      case 'image':
        actOnImage(this.world, message);
        return this.#changed();
      case 'speed':
        this.#speed = message.speed;
        return this.world.queue.setSpeed(message.speed);
      case 'skip':
        return skipAhead(
          this.world,
          this.#options.host,
          () => this.#outputs,
          (text) => this.#post({ kind: 'notice', text }),
        );
      case 'save':
        return void this.#saver.save();
      case 'query':
        return this.#queries.ask(message);
      case 'query.cancel':
        return this.#queries.cancel(message.id);
      default:
        return;
    }
  }

  #createDesk(): QueryDesk {
    return new QueryDesk({
      context: () => ({
        host: this.#options.host,
        machine: this.#machine,
        machines: this.world.machines,
        journal: this.#journal,
        loadLesson: this.#options.loadLesson,
        seat: this.#seat,
        running: this.#terminals.running,
        snapshot: () => this.snapshot(),
        save: (when) => (when === 'due' ? this.#saver.whenSaved() : this.#saver.save()),
        timeline: () => this.timeline.keeper,
        activity: this.#activity,
        machineOf: (name) =>
          this.world.isOn(name) ? this.world.machines.find((each) => each.name === name) : undefined,
      }),
      machine: () => this.#machine,
      isOn: () => this.world.isOn(FIRST_MACHINE),
      post: this.#options.post,
      report: (error, where) => this.report(error, where),
      answered: (query) => {
        if (query === 'httpRequest') this.#tellActivity();
      },
      edited: (edit, before, after) => this.timeline.tell((keeper) => keeper.edited(edit, before, after)),
      after: (ms, callback) => this.#options.host.after(ms, callback),
    });
  }

  // Saving

  /** This very moment, as pointers. */
  snapshot(): WorldSnapshot {
    const lesson = this.#seat.saved;
    const [first, ...others] = this.world.save();
    return {
      ...first,
      ...(others.length ? { others } : {}),
      seed: this.#options.seed,
      nowMs: this.world.queue.now(),
      terminals: this.#terminals.save(),
      journal: this.#journal,
      ...(lesson ? { lesson } : {}),
      ...(this.#pageState === undefined ? {} : { pageState: this.#pageState }),
    };
  }

  /** Stops it for good. */
  async end(): Promise<void> {
    this.#seat.end();
    for (const { id } of this.#stop())
      this.#options.post({ kind: 'refused', id, message: 'The machine began afresh.' });
    await this.#saver.saving;
  }

  /** Also of one whose world did not come about. @returns what is not answered yet */
  #stop(): Handover['queries'] {
    this.#ended = true;
    this.world?.queue.stop();
    this.#cancelFlush?.();
    this.#saver.stop();
    return this.#queries.close();
  }

  /** Stops it for good; another world goes on with its page. */
  handOver(): Handover {
    const terminals = this.#terminals.handOver();
    this.#flush();
    const lesson = this.#seat.end();
    const queries = this.#stop();
    this.#editor.abandon();
    return {
      timeline: this.timeline,
      watch: this.#watch,
      files: this.#files,
      marks: this.#marks,
      terminals,
      editor: this.#editor,
      commands: this.#commands,
      activity: this.#activity,
      lesson,
      pageState: this.#pageState,
      completes: this.#completes,
      queries,
      saving: this.#saver.saving,
    };
  }
}

const FRESH = 'A fresh machine';
const RESTORED = 'The machine as this page found it';
