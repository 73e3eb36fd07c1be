import type { Host, Storage } from '../host/host.ts';
import { evaluateLesson } from '../lessons/evaluate.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { EMPTY_STATE } from '../engine/store.ts';
import type { EngineState } from '../engine/state.ts';
import { buildMarkers } from './build-markers.ts';
import { commandNotice } from './command-notice.ts';
import { OutsideEditor } from './outside-editor.ts';
import { FileWatch } from './file-watch.ts';
import { savedTerminals, type AnyQuery, type Handover } from './handover.ts';
import { hostView } from './machine-image.ts';
import { changesOfEngine } from './mirror-engine.ts';
import type { WorldChange } from './mirror.ts';
import type { FromWorld, ToWorld } from './protocol.ts';
import { QUERY_HANDLERS } from './queries/handlers.ts';
import type { Queries, QueryName } from './queries/queries.ts';
import { QueryRefused, type QueryContext } from './queries/query.ts';
import { saveWorld, type WorldSnapshot } from './saved-world.ts';
import { Terminals } from './terminals.ts';
import type { Edit } from './timeline/edit-label.ts';
import { LazyTimeline } from './timeline/lazy-timeline.ts';
import { createWorld, PROJECT_FOLDER, type World } from './world.ts';

/** A frame: changes are collected for so long. */
const FLUSH_MS = 24;
/** A save waits so long for more changes, and many times as long as the last one took: saving must not become the main work. */
const SAVE_MS = 120;
const PAUSE_FACTOR = 10;
/** Commands that an error report names. */
const KEPT_COMMANDS = 8;
/** So long after a restore programs are still at their start: what they change then is nobody's doing. */
const SETTLE_MS = 1500;
/** Queries by which the page's editor changes files. */
const EDITS = new Set<QueryName>(['writeFile', 'deleteFile', 'renameFile', 'createFolder']);

export interface RunningWorldOptions {
  readonly host: Host;
  readonly storage: Storage;
  readonly lessons: readonly Lesson[];
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
  readonly #timeline: LazyTimeline;
  readonly #files: FileWatch;
  readonly #commands: string[];
  readonly #editor: OutsideEditor;
  readonly #queries = new Map<number, AnyQuery>();
  #pending: WorldChange[] = [];
  #told: EngineState;
  #cancelFlush: (() => void) | undefined;
  #cancelSave: (() => void) | undefined;
  #saving: Promise<void>;
  #savedInMs = 0;
  #lesson: Lesson | undefined;
  readonly #checks: Map<string, boolean>;
  #pageState: string | undefined;
  #ended = false;

  constructor(options: RunningWorldOptions) {
    this.#options = options;
    const { host, restore, handover } = options;
    const post = this.#post;
    this.#editor = handover?.editor ?? new OutsideEditor(options.post);
    this.#files = handover?.files ?? new FileWatch(PROJECT_FOLDER);
    this.#commands = handover?.commands ?? [];
    this.#told = handover?.told ?? EMPTY_STATE;
    this.#checks = handover?.checks ?? new Map<string, boolean>();
    this.#saving = handover?.saving ?? Promise.resolve();
    this.#pageState = handover ? handover.pageState : restore?.pageState;
    this.#world = createWorld({
      host,
      seed: options.seed,
      mode: 'real',
      onError: (error, where) => this.report(error, where),
      onNotice: (text) => post({ kind: 'notice', text }),
      onBuild: (build, outcome) => {
        const change = buildMarkers(
          hostView(this.#machine.kernel),
          [PROJECT_FOLDER, ...this.#terminals.folders],
          build,
          outcome,
        );
        if (change) this.#tell(change);
      },
      ...(restore ? { restore } : {}),
    });
    this.#terminals = new Terminals(
      this.#machine,
      savedTerminals(restore, handover),
      PROJECT_FOLDER,
      {
        output: (terminal, data) => post({ kind: 'terminal.output', terminal, data }),
        closed: (terminal) => {
          post({ kind: 'terminal.closed', terminal });
          this.#tell({ kind: 'terminal', id: terminal });
        },
        changed: (record) => this.#tell({ kind: 'terminal', id: record.id, value: record }),
        began: (terminal, line) => {
          const before = this.snapshot();
          this.#timeline.tell((keeper) => keeper.began(terminal, line, before));
          this.#commands.push(line);
          this.#commands.splice(0, Math.max(0, this.#commands.length - KEPT_COMMANDS));
          const notice = commandNotice(line, hostView(this.#machine.kernel));
          if (notice !== undefined) post({ kind: 'notice', text: notice });
        },
        ended: (terminal) => {
          const after = this.snapshot();
          this.#timeline.tell((keeper) => keeper.ended(terminal, after));
        },
        openEditor: (path) => this.#editor.open(path),
      },
      host,
    );
    this.#machine.engine.store.subscribe(() => this.#changed());
    this.#machine.kernel.hostFs.onChange = () => this.#changed();
    this.#lesson = handover
      ? handover.lesson
      : options.lessons.find((lesson) => lesson.id === restore?.lesson);
    this.#timeline =
      handover?.timeline ??
      new LazyTimeline(restore ?? this.snapshot(), restore ? RESTORED : FRESH, (changes) =>
        options.post({ kind: 'changes', changes }),
      );
    if (restore) this.#settle(restore);
    if (handover) this.#takeOver(handover);
    this.#world.queue.setSpeed(options.speed);
    this.#world.queue.start();
    this.#flush();
  }

  /** Nothing is heard of a world that has ended. */
  readonly #post = (message: FromWorld): void => {
    if (!this.#ended) this.#options.post(message);
  };

  #takeOver({ completes, terminals, queries }: Handover): void {
    this.#machine.shellSettings.completes = completes;
    this.#terminals.takeOver(terminals);
    for (const query of queries) this.#askAgain(query);
    this.#saveSoon();
  }

  /** What the page waits for is asked here; a request to an app met its end with the app. */
  #askAgain(message: AnyQuery): void {
    if (message.query !== 'httpRequest') return this.handle(message);
    const answer = {
      failed: 'reset' as const,
      message: 'The machine went to another point of its timeline.',
    };
    this.#post({ kind: 'answer', id: message.id, query: message.query, answer });
  }

  #settle(since: WorldSnapshot): void {
    const { kernel, engine } = this.#machine;
    kernel.task('settle', async () => {
      await engine.whenStarted();
      await kernel.clock.sleep(SETTLE_MS);
      const now = this.snapshot();
      this.#timeline.tell((keeper) => keeper.settled(now, since));
    });
  }

  get #machine(): World['machines'][0] {
    return this.#world.machines[0];
  }

  // Telling

  #tell(change: WorldChange): void {
    this.#pending.push(change);
    this.#changed();
  }

  /** Something may be different: told with the next frame, saved a little later. */
  #changed(): void {
    this.#cancelFlush ??= this.#options.host.after(FLUSH_MS, () => this.#flush());
    this.#saveSoon();
  }

  #saveSoon(): void {
    const delayMs = Math.max(SAVE_MS, PAUSE_FACTOR * this.#savedInMs);
    this.#cancelSave ??= this.#options.host.after(delayMs, () => void this.save());
  }

  #flush(): void {
    this.#cancelFlush = undefined;
    if (this.#ended) return;
    const { state } = this.#machine.engine.store;
    const changes = [
      ...changesOfEngine(this.#told, state),
      ...this.#files.changes(hostView(this.#machine.kernel)),
      ...this.#pending.splice(0),
    ];
    this.#told = state;
    if (changes.length) this.#post({ kind: 'changes', changes });
    this.#checkLesson();
  }

  #checkLesson(): void {
    const lesson = this.#lesson;
    if (!lesson) return;
    const { kernel, engine } = this.#machine;
    const view = hostView(kernel);
    const probe = {
      engine: engine.api,
      readFile: (path: string) => (view.statIfAny(path)?.type === 'file' ? view.readText(path) : undefined),
    };
    kernel.task('lesson checks', async () => {
      const results = await evaluateLesson(lesson, probe);
      const changes = results
        .filter(({ check, met }) => this.#checks.get(check.id) !== met)
        .map(({ check: { id, text, hint }, met }): WorldChange => ({
          kind: 'lessonCheck',
          id,
          value: { id, text, hint, met },
        }));
      for (const { check, met } of results) this.#checks.set(check.id, met);
      if (changes.length) this.#post({ kind: 'changes', changes });
    });
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
        return this.#terminals.open(message.terminal, message);
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
        return this.#saveSoon();
      case 'completion':
        this.#machine.shellSettings.completes = message.on;
        return;
      case 'speed':
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
      lessons: this.#options.lessons,
      startLesson: (lesson) => {
        this.#lesson = lesson;
        this.#checks.clear();
        this.#changed();
      },
      running: this.#terminals.running,
      snapshot: () => this.snapshot(),
      timeline: () => this.#timeline.keeper,
    };
    const edit = EDITS.has(query) ? ({ kind: 'query', id, query, parameters } as Edit) : undefined;
    this.#machine.kernel.task(`query ${query}`, async () => {
      try {
        const before = edit && this.snapshot();
        const answer = await QUERY_HANDLERS[query](context, parameters);
        const after = edit && this.snapshot();
        if (edit && before && after) this.#timeline.tell((keeper) => keeper.edited(edit, before, after));
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
    const { kernel, engine } = this.#machine;
    return {
      seed: this.#options.seed,
      randomState: kernel.random.state,
      nowMs: kernel.clock.now(),
      hostTree: kernel.hostFs.freeze(),
      engine: engine.save(),
      terminals: this.#terminals.save(),
      ...(this.#lesson ? { lesson: this.#lesson.id } : {}),
      ...(this.#pageState === undefined ? {} : { pageState: this.#pageState }),
    };
  }

  /** Saves this very moment; one save after another. */
  save(): Promise<void> {
    this.#cancelSave?.();
    this.#cancelSave = undefined;
    const { storage, known, post, host } = this.#options;
    if (this.#ended) return this.#saving;
    const snapshot = this.snapshot();
    let beganMs = 0;
    this.#saving = this.#saving
      .then(() => {
        beganMs = host.monotonicMs();
        return saveWorld(storage, snapshot, known);
      })
      .finally(() => (this.#savedInMs = host.monotonicMs() - beganMs))
      .then(
        (bytes) => post({ kind: 'saved', atMs: host.wallClockMs(), bytes }),
        (error: unknown) =>
          post({ kind: 'save.failed', message: error instanceof Error ? error.message : String(error) }),
      );
    return this.#saving;
  }

  /** Stops it for good. */
  async end(): Promise<void> {
    this.#stop();
    await this.#saving;
  }

  #stop(): void {
    this.#ended = true;
    this.#world.queue.stop();
    this.#cancelFlush?.();
    this.#cancelSave?.();
  }

  get timeline(): LazyTimeline {
    return this.#timeline;
  }

  /** Stops it for good; another world goes on with its page. */
  handOver(): Handover {
    const terminals = this.#terminals.handOver();
    this.#flush();
    this.#stop();
    this.#editor.abandon();
    return {
      timeline: this.#timeline,
      told: this.#told,
      files: this.#files,
      terminals,
      editor: this.#editor,
      commands: this.#commands,
      lesson: this.#lesson,
      checks: this.#checks,
      pageState: this.#pageState,
      completes: this.#machine.shellSettings.completes,
      queries: [...this.#queries.values()],
      saving: this.#saving,
    };
  }
}

const FRESH = 'A fresh machine';
const RESTORED = 'The machine as this page found it';
