import type { Host, Storage } from '../host/host.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { BuildMarks } from './build-markers.ts';
import { commandNotice } from './command-notice.ts';
import { OutsideEditor } from './outside-editor.ts';
import { EngineWatch } from './engine-watch.ts';
import { FileWatch } from './file-watch.ts';
import { FILLER, fillDisk } from './fill-disk.ts';
import { savedTerminals, type AnyQuery, type Handover } from './handover.ts';
import type { LessonRoom } from './lessons/lesson-room.ts';
import { hostView } from './machine-image.ts';
import type { Machine } from './machine.ts';
import { MachineWatch } from './machine-watch.ts';
import { FIRST_MACHINE, type WorldChange } from './mirror.ts';
import type { FromWorld, ToWorld } from './protocol.ts';
import { QUERY_HANDLERS } from './queries/handlers.ts';
import type { Queries, QueryName } from './queries/queries.ts';
import { QueryRefused, type QueryContext } from './queries/query.ts';
import type { SavedLesson, WorldSnapshot } from './saved-world.ts';
import { actOnMachine, setMachineCount } from './set-hardware.ts';
import { Terminals } from './terminals.ts';
import type { Edit } from './timeline/edit-label.ts';
import { LazyTimeline } from './timeline/lazy-timeline.ts';
import { createWorld, PROJECT_FOLDER, type World } from './world.ts';
import { WorldSaver } from './world-saver.ts';

/** A frame: changes are collected for so long. */
const FLUSH_MS = 24;
/** Virtual seconds a second while a lesson is prepared. */
const HURRY = 60;
/** Commands that an error report names. */
const KEPT_COMMANDS = 8;
/** So long after a restore programs are still at their start: what they change then is nobody's doing. */
const SETTLE_MS = 1500;
/** Queries by which the page's editor changes files. */
const EDITS = new Set<QueryName>(['writeFile', 'deleteFile', 'renameFile', 'createFolder']);

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
  readonly #world: World;
  readonly #terminals: Terminals;
  readonly timeline: LazyTimeline;
  readonly #files: FileWatch;
  readonly #commands: string[];
  readonly #editor: OutsideEditor;
  readonly #marks: BuildMarks;
  readonly #queries = new Map<number, AnyQuery>();
  #pending: WorldChange[] = [];
  readonly #engines: EngineWatch;
  readonly #machines: MachineWatch;
  #completes: boolean;
  #cancelFlush: (() => void) | undefined;
  readonly #saver: WorldSaver;
  #room: LessonRoom | undefined;
  #savedLesson: SavedLesson | undefined;
  #pageState: string | undefined;
  #speed = 1;
  #ended = false;

  constructor(options: RunningWorldOptions) {
    this.#options = options;
    const { host, restore, handover } = options;
    const post = this.#post;
    this.#editor = handover?.editor ?? new OutsideEditor(options.post);
    this.#marks = handover?.marks ?? new BuildMarks();
    this.#files = handover?.files ?? new FileWatch(PROJECT_FOLDER);
    this.#commands = handover?.commands ?? [];
    this.#engines = handover?.engines ?? new EngineWatch();
    this.#machines = handover?.machines ?? new MachineWatch();
    this.#completes = handover?.completes ?? true;
    this.#savedLesson = handover ? handover.lesson?.saved : restore?.lesson;
    this.#saver = new WorldSaver({ ...options, snapshot: () => this.snapshot(), saving: handover?.saving });
    this.#pageState = handover ? handover.pageState : restore?.pageState;
    this.#world = createWorld({
      host,
      seed: options.seed,
      mode: 'real',
      onError: (error, where) => this.report(error, where),
      onBoot: (machine) => this.#follow(machine),
      onNotice: (text) => post({ kind: 'notice', text }),
      onBuild: (build, outcome) => {
        this.#room?.log.build(build, outcome);
        const folders = [PROJECT_FOLDER, ...this.#terminals.folders];
        const view = hostView(this.#machine.kernel);
        for (const change of this.#marks.built(view, folders, build, outcome)) this.#tell(change);
      },
      ...(restore ? { restore } : {}),
    });
    this.#terminals = new Terminals(
      (name) => this.#world.machines.find((each) => each.name === name && this.#world.isOn(name)),
      savedTerminals(restore, handover),
      PROJECT_FOLDER,
      {
        output: (terminal, data) => {
          this.#room?.log.wrote(data);
          post({ kind: 'terminal.output', terminal, data });
        },
        closed: (terminal) => {
          post({ kind: 'terminal.closed', terminal });
          this.#tell({ kind: 'terminal', id: terminal });
        },
        changed: (record) => this.#tell({ kind: 'terminal', id: record.id, value: record }),
        began: (terminal, line) => {
          const before = this.snapshot();
          this.timeline.tell((keeper) => keeper.began(terminal, line, before));
          this.#room?.log.command(line);
          this.#commands.push(line);
          this.#commands.splice(0, Math.max(0, this.#commands.length - KEPT_COMMANDS));
          const notice = commandNotice(line, hostView(this.#machine.kernel));
          if (notice !== undefined) post({ kind: 'notice', text: notice });
        },
        ended: (terminal) => {
          const after = this.snapshot();
          this.timeline.tell((keeper) => keeper.ended(terminal, after));
        },
        openEditor: (path) => this.#editor.open(path),
      },
      host,
    );
    this.timeline =
      handover?.timeline ??
      new LazyTimeline(restore ?? this.snapshot(), restore ? RESTORED : FRESH, (changes) =>
        options.post({ kind: 'changes', changes }),
      );
    if (restore) this.#settle(restore);
    if (handover) this.#takeOver(handover);
    this.#speed = options.speed;
    this.#world.queue.setSpeed(options.speed);
    this.#world.queue.start();
    this.#flush();
  }

  /** Nothing is heard of a world that has ended. */
  readonly #post = (message: FromWorld): void => {
    if (!this.#ended) this.#options.post(message);
  };

  #takeOver({ terminals, queries, lesson }: Handover): void {
    if (lesson) void this.#enterLesson(lesson.lesson, undefined);
    for (const change of this.#marks.clear()) this.#tell(change);
    this.#terminals.takeOver(terminals);
    const names = new Set(this.#world.machines.map(({ name }) => name));
    for (const { machine } of terminals) if (!names.has(machine)) this.#terminals.machineGone(machine);
    for (const query of queries) this.#askAgain(query);
    this.#saver.soon();
  }

  /** What the page waits for is asked here; a request to an app met its end with the app. */
  #askAgain(message: AnyQuery): void {
    if (message.query !== 'httpRequest') return this.handle(message);
    const words = 'The machine went to another point of its timeline.';
    const answer = { failed: 'reset' as const, message: words };
    this.#post({ kind: 'answer', id: message.id, query: message.query, answer });
  }

  #settle(since: WorldSnapshot): void {
    const { kernel, engine } = this.#machine;
    kernel.task('settle', async () => {
      await engine.whenStarted();
      await kernel.clock.sleep(SETTLE_MS);
      const now = this.snapshot();
      this.timeline.tell((keeper) => keeper.settled(now, since));
    });
  }

  get #machine(): World['machines'][0] {
    return this.#world.machines[0];
  }

  /** A machine booted. */
  #follow({ engine, kernel, shellSettings }: Machine): void {
    engine.store.subscribe(() => this.#changed());
    kernel.hostFs.onChange = () => this.#changed();
    shellSettings.completes = this.#completes;
    if (hostView(kernel).statIfAny(FILLER)) fillDisk(kernel);
  }

  // Telling

  #tell(change: WorldChange): void {
    this.#pending.push(change);
    this.#changed();
  }

  /** Something may be different: told with the next frame, saved a little later. */
  #changed(): void {
    this.#cancelFlush ??= this.#options.host.after(FLUSH_MS, () => this.#flush());
    this.#saver.soon();
  }

  #flush(): void {
    this.#cancelFlush = undefined;
    if (this.#ended) return;
    const changes = [
      ...this.#engines.changes(this.#world.machines),
      ...this.#machines.changes(this.#world, () => this.#changed()),
      ...this.#files.changes(hostView(this.#machine.kernel)),
      ...this.#pending.splice(0),
    ];
    if (changes.length) this.#post({ kind: 'changes', changes });
    this.#room?.look();
  }

  async #enterLesson(lesson: Lesson, fresh: { step: number } | undefined): Promise<void> {
    const enter = (await import('./lessons/enter-lesson.ts')).enterLesson;
    this.#endRoom();
    this.#room = await enter(lesson, {
      machine: this.#machine,
      host: this.#options.host,
      saved: this.#savedLesson,
      fresh,
      hurry: (on) => this.#world.queue.setSpeed(on ? HURRY : this.#speed),
      tell: (record) => this.#tell({ kind: 'lesson', id: 'lesson', value: record }),
      changed: () => this.#changed(),
    });
    this.#changed();
  }

  #leaveLesson(): void {
    this.#endRoom();
    this.#savedLesson = undefined;
  }

  #endRoom(): void {
    this.#room?.end();
    if (this.#room) this.#tell({ kind: 'lesson', id: 'lesson' });
    this.#room = undefined;
  }

  /** A bug of ours: shown calmly, with what helps to find it. */
  report(error: unknown, where: string): void {
    const message = error instanceof Error ? error.message : String(error);
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const report = `Drydock, seed ${this.#options.seed}\nin ${where}\n${stack || message}\nlast commands:\n${this.#commands.join('\n')}`;
    this.#post({ kind: 'error', error: { message, report } });
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
        for (const { shellSettings } of this.#world.machines) shellSettings.completes = message.on;
        return;
      case 'machines':
        setMachineCount(this.#world, this.#terminals, message.count);
        return this.#changed();
      case 'machine':
        actOnMachine(this.#world, this.#terminals, message);
        return this.#changed();
      case 'speed':
        this.#speed = message.speed;
        return this.#world.queue.setSpeed(message.speed);
      case 'save':
        return void this.save();
      case 'query':
        this.#queries.set(message.id, message);
        return this.#query(message.id, message.query, message.parameters);
      default:
        return;
    }
  }

  #query<Q extends QueryName>(id: number, query: Q, parameters: Queries[Q]['parameters']): void {
    const context: QueryContext = {
      machine: this.#machine,
      machines: this.#world.machines,
      loadLesson: this.#options.loadLesson,
      room: this.#room,
      enterLesson: (lesson, fresh) => this.#enterLesson(lesson, fresh),
      leaveLesson: () => this.#leaveLesson(),
      running: this.#terminals.running,
      snapshot: () => this.snapshot(),
      timeline: () => this.timeline.keeper,
    };
    const edit = EDITS.has(query) ? ({ kind: 'query', id, query, parameters } as Edit) : undefined;
    this.#machine.kernel.task(`query ${query}`, async () => {
      try {
        if (!this.#world.isOn(FIRST_MACHINE)) throw new QueryRefused(`${FIRST_MACHINE} is switched off.`);
        const before = edit && this.snapshot();
        const answer = await QUERY_HANDLERS[query](context, parameters);
        const after = edit && this.snapshot();
        if (edit && before && after) this.timeline.tell((keeper) => keeper.edited(edit, before, after));
        this.#queries.delete(id);
        this.#post({ kind: 'answer', id, query, answer } as FromWorld);
      } catch (error) {
        const refused = error instanceof QueryRefused;
        this.#queries.delete(id);
        this.#post({
          kind: 'refused',
          id,
          message: refused ? error.message : 'Something went wrong inside of Drydock.',
        });
        if (!refused) this.report(error, `query ${query}`);
      }
    });
  }

  // Saving

  /** This very moment, as pointers. */
  snapshot(): WorldSnapshot {
    const [first, ...others] = this.#world.save();
    return {
      ...first,
      ...(others.length ? { others } : {}),
      seed: this.#options.seed,
      nowMs: this.#world.queue.now(),
      terminals: this.#terminals.save(),
      ...this.#lessonNow(),
      ...(this.#pageState === undefined ? {} : { pageState: this.#pageState }),
    };
  }

  #lessonNow(): Pick<WorldSnapshot, 'lesson'> {
    const lesson = this.#room
      ? { id: this.#room.lesson.id, progress: this.#room.progress }
      : this.#savedLesson;
    return lesson ? { lesson } : {};
  }

  /** Saves this very moment; one save after another. */
  save(): Promise<void> {
    return this.#saver.save();
  }

  /** Stops it for good. */
  async end(): Promise<void> {
    this.#stop();
    await this.#saver.saving;
  }

  #stop(): void {
    this.#ended = true;
    this.#room?.end();
    this.#world.queue.stop();
    this.#cancelFlush?.();
    this.#saver.stop();
  }

  /** Stops it for good; another world goes on with its page. */
  handOver(): Handover {
    const terminals = this.#terminals.handOver();
    const { lesson: saved } = this.#lessonNow();
    const lesson = this.#room && saved && { lesson: this.#room.lesson, saved };
    this.#flush();
    this.#stop();
    this.#editor.abandon();
    return {
      timeline: this.timeline,
      engines: this.#engines,
      machines: this.#machines,
      files: this.#files,
      marks: this.#marks,
      terminals,
      editor: this.#editor,
      commands: this.#commands,
      lesson,
      pageState: this.#pageState,
      completes: this.#completes,
      queries: [...this.#queries.values()],
      saving: this.#saver.saving,
    };
  }
}

const FRESH = 'A fresh machine';
const RESTORED = 'The machine as this page found it';
