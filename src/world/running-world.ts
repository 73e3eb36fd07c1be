import type { Host, Storage } from '../host/host.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { EMPTY_STATE } from '../engine/store.ts';
import type { EngineState } from '../engine/state.ts';
import { buildMarkers } from './build-markers.ts';
import { commandNotice } from './command-notice.ts';
import { OutsideEditor } from './outside-editor.ts';
import { FileWatch } from './file-watch.ts';
import type { LessonRoom } from './lessons/lesson-room.ts';
import { hostView } from './machine-image.ts';
import { changesOfEngine } from './mirror-engine.ts';
import type { WorldChange } from './mirror.ts';
import type { FromWorld, ToWorld } from './protocol.ts';
import { QUERY_HANDLERS } from './queries/handlers.ts';
import type { Queries, QueryName } from './queries/queries.ts';
import { QueryRefused, type QueryContext } from './queries/query.ts';
import { saveWorld, type SavedLesson, type WorldSnapshot } from './saved-world.ts';
import { Terminals } from './terminals.ts';
import { createWorld, PROJECT_FOLDER, type World } from './world.ts';

/** A frame: changes are collected for so long. */
const FLUSH_MS = 24;
/** A save waits so long for more changes, and many times as long as the last one took: saving must not become the main work. */
const SAVE_MS = 120;
const PAUSE_FACTOR = 10;
/** Virtual seconds a second while a lesson is prepared. */
const HURRY = 60;
/** Commands that an error report names. */
const KEPT_COMMANDS = 8;

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
}

/** A world that serves a page: it runs in real time, tells what changes and saves itself. */
export class RunningWorld {
  readonly #options: RunningWorldOptions;
  readonly #world: World;
  readonly #terminals: Terminals;
  readonly #files = new FileWatch(PROJECT_FOLDER);
  readonly #commands: string[] = [];
  readonly #editor: OutsideEditor;
  #pending: WorldChange[] = [];
  #told: EngineState = EMPTY_STATE;
  #cancelFlush: (() => void) | undefined;
  #cancelSave: (() => void) | undefined;
  #saving: Promise<void> = Promise.resolve();
  #savedInMs = 0;
  #room: LessonRoom | undefined;
  #savedLesson: SavedLesson | undefined;
  #pageState: string | undefined;
  #speed = 1;
  #ended = false;

  constructor(options: RunningWorldOptions) {
    this.#options = options;
    this.#editor = new OutsideEditor(options.post);
    const { host, restore } = options;
    this.#pageState = restore?.pageState;
    this.#savedLesson = restore?.lesson;
    this.#world = createWorld({
      host,
      seed: options.seed,
      mode: 'real',
      onError: (error, where) => this.report(error, where),
      onNotice: (text) => options.post({ kind: 'notice', text }),
      onBuild: (build, outcome) => {
        this.#room?.log.build(build, outcome);
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
      restore?.terminals ?? {},
      PROJECT_FOLDER,
      {
        output: (terminal, data) => {
          this.#room?.log.wrote(data);
          options.post({ kind: 'terminal.output', terminal, data });
        },
        closed: (terminal) => {
          options.post({ kind: 'terminal.closed', terminal });
          this.#tell({ kind: 'terminal', id: terminal });
        },
        changed: (record) => this.#tell({ kind: 'terminal', id: record.id, value: record }),
        command: (line) => {
          this.#room?.log.command(line);
          this.#commands.push(line);
          this.#commands.splice(0, Math.max(0, this.#commands.length - KEPT_COMMANDS));
          const notice = commandNotice(line, hostView(this.#machine.kernel));
          if (notice !== undefined) options.post({ kind: 'notice', text: notice });
        },
        openEditor: (path) => this.#editor.open(path),
      },
      host,
    );
    this.#machine.engine.store.subscribe(() => this.#changed());
    this.#machine.kernel.hostFs.onChange = () => this.#changed();
    this.#speed = options.speed;
    this.#world.queue.setSpeed(options.speed);
    this.#world.queue.start();
    this.#flush();
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
    if (changes.length) this.#options.post({ kind: 'changes', changes });
    this.#room?.look();
  }

  async #enterLesson(lesson: Lesson, fresh: { step: number } | undefined): Promise<void> {
    const enter = (await import('./lessons/enter-lesson.ts')).enterLesson;
    this.#leaveLesson();
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
    this.#room?.end();
    if (this.#room) this.#tell({ kind: 'lesson', id: 'lesson' });
    this.#room = undefined;
  }

  /** A bug of ours: shown calmly, with what helps to find it. */
  report(error: unknown, where: string): void {
    const message = error instanceof Error ? error.message : String(error);
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const report = `Drydock, seed ${this.#options.seed}\nin ${where}\n${stack || message}\nlast commands:\n${this.#commands.join('\n')}`;
    this.#options.post({ kind: 'error', error: { message, report } });
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
        this.#speed = message.speed;
        return this.#world.queue.setSpeed(message.speed);
      case 'save':
        return void this.save();
      case 'query':
        return this.#query(message.id, message.query, message.parameters);
      default:
        return;
    }
  }

  #query<Q extends QueryName>(id: number, query: Q, parameters: Queries[Q]['parameters']): void {
    const context: QueryContext = {
      machine: this.#machine,
      loadLesson: this.#options.loadLesson,
      room: this.#room,
      enterLesson: (lesson, fresh) => this.#enterLesson(lesson, fresh),
      leaveLesson: () => this.#leaveLesson(),
    };
    this.#machine.kernel.task(`query ${query}`, async () => {
      try {
        const answer = await QUERY_HANDLERS[query](context, parameters);
        this.#options.post({ kind: 'answer', id, query, answer } as FromWorld);
      } catch (error) {
        const refused = error instanceof QueryRefused;
        this.#options.post({
          kind: 'refused',
          id,
          message: refused ? error.message : 'Something went wrong inside of Drydock.',
        });
        if (!refused) this.report(error, `query ${query}`);
      }
    });
  }

  // Saving

  #snapshot(): WorldSnapshot {
    const { kernel, engine } = this.#machine;
    return {
      seed: this.#options.seed,
      randomState: kernel.random.state,
      nowMs: kernel.clock.now(),
      hostTree: kernel.hostFs.freeze(),
      engine: engine.save(),
      terminals: this.#terminals.save(),
      ...(this.#room ? { lesson: { id: this.#room.lesson.id, progress: this.#room.progress } } : {}),
      ...(this.#pageState === undefined ? {} : { pageState: this.#pageState }),
    };
  }

  /** Saves this very moment; one save after another. */
  save(): Promise<void> {
    this.#cancelSave?.();
    this.#cancelSave = undefined;
    const { storage, known, post, host } = this.#options;
    if (this.#ended) return this.#saving;
    const snapshot = this.#snapshot();
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
    this.#ended = true;
    this.#room?.end();
    this.#world.queue.stop();
    this.#cancelFlush?.();
    this.#cancelSave?.();
    await this.#saving;
  }
}
