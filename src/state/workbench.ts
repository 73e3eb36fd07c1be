import { Connection, RefusedError, type ConnectionEvents } from './connection.ts';
import type { LessonHead } from '../lessons/lesson.ts';
import {
  createLessonMarkStore,
  markLesson,
  type LessonMark,
  type LessonMarkStore,
} from './lesson-progress.ts';
import { createDocumentStore, NO_DOCUMENTS, type DocumentStore } from './documents.ts';
import { editForProgram } from './edit-for-program.ts';
import { applyChanges, clearMirror, createMirrorStore, type MirrorStore } from './mirror-store.ts';
import { splitCandidate, withActive, withSplit } from './panes.ts';
import { formatPageState, parsePageState, toPageState } from './page-state.ts';
import {
  createSessionStore,
  FRESH_SESSION,
  machineOf,
  terminalFor,
  withoutTerminal,
  withTerminal,
  type Notice,
  type Session,
  type SessionStore,
} from './session.ts';
import { createOfflineStore, type OfflineStore } from './offline.ts';
import { createSettingsStore, type SettingsStore } from './settings.ts';
import { debounce, type Debounced } from './debounce.ts';
import {
  ALONE,
  createSandboxStore,
  FIRST_SANDBOX,
  type Sandbox,
  type SandboxHolder,
  type SandboxShelf,
  type SandboxStore,
} from './sandboxes.ts';
import { damaged, lost, opened, saved, saveFailed } from './keeping.ts';
import { TerminalScreens } from './terminal-screens.ts';
import { travelledText } from './travel-words.ts';
import { until } from './until.ts';
import type { HardwareAction, ImageAction } from '../world/protocol.ts';
import type { LessonPacks } from './packs.ts';
import type { Sample } from './samples.ts';
import type { Transfer } from './transfer.ts';
import type { WorldPort } from './world-port.ts';

/** The folder the editor shows; the world puts the learner's files there. */
export const PROJECT_FOLDER = '/root/site';

export interface WorkbenchOptions {
  /** A line to a world that is saved under this id. */
  readonly createPort: (sandbox: string) => WorldPort;
  /** The sandbox that opens first. */
  readonly sandbox?: Sandbox;
  /** Alone unless given. */
  readonly holder?: SandboxHolder;
  /** Nothing is listed unless given. */
  readonly loadShelf?: () => Promise<SandboxShelf>;
  /** What packs and unpacks; nothing goes out or in unless given. */
  readonly loadTransfer?: () => Promise<Transfer>;
  /** Projects to begin with; none unless given. */
  readonly loadSamples?: () => Promise<readonly Sample[]>;
  /** Asks the browser not to clear what is stored. */
  readonly persist?: () => Promise<unknown>;
  /** The lessons there are, in order. */
  readonly loadLessons: () => Promise<readonly LessonHead[]>;
  /** Lessons from outside; none unless given. */
  readonly loadPacks?: () => Promise<LessonPacks>;
  readonly storage?: Pick<globalThis.Storage, 'getItem' | 'setItem'>;
}

const NOTICE_MS = 8000;
/** A world that does not answer is not waited for any longer. */
const SAVE_MS = 4000;
/** To the end of the line, then away with it: what was half typed does not join the button's command. */
const CLEAR_LINE = '\x05\x15';

/** Everything the page works with: the stores, the line to the world, and what the learner can do to them. */
export class Workbench {
  readonly mirror: MirrorStore = createMirrorStore();
  readonly session: SessionStore = createSessionStore();
  readonly documents: DocumentStore = createDocumentStore();
  readonly screens = new TerminalScreens();
  readonly settings: SettingsStore;
  readonly connection: Connection;
  readonly lessonMarks: LessonMarkStore;
  readonly offline: OfflineStore = createOfflineStore();
  readonly loadLessons: WorkbenchOptions['loadLessons'];
  readonly loadPacks: () => Promise<LessonPacks>;
  readonly sandboxes: SandboxStore;
  readonly holder: SandboxHolder;
  readonly loadShelf: () => Promise<SandboxShelf>;
  readonly loadTransfer: () => Promise<Transfer>;
  readonly loadSamples: () => Promise<readonly Sample[]>;
  readonly persist: () => Promise<unknown>;
  /** To be called whenever something changed that `page.state` holds. */
  readonly keep: Debounced;
  #notices = 0;
  #kept = '';
  /** How often something was changed that the page has to keep. */
  #changes = 0;
  /** The next world that is ready brings the page's state with it. */
  #takesState = true;

  constructor(options: WorkbenchOptions) {
    const { createPort, loadLessons, storage, sandbox = FIRST_SANDBOX, holder = ALONE } = options;
    this.sandboxes = createSandboxStore(sandbox, 'mine');
    this.holder = holder;
    this.loadShelf = options.loadShelf ?? (() => Promise.reject(new Error('nothing is listed here')));
    this.loadTransfer = options.loadTransfer ?? (() => Promise.reject(new Error('nothing goes out here')));
    this.loadSamples = options.loadSamples ?? (() => Promise.resolve([]));
    this.persist = options.persist ?? (() => Promise.resolve());
    this.settings = createSettingsStore(storage);
    this.lessonMarks = createLessonMarkStore(storage);
    this.loadLessons = loadLessons;
    this.loadPacks = options.loadPacks ?? (() => Promise.reject(new Error('no lessons come in here')));
    this.connection = new Connection(() => createPort(this.sandboxes.getState().current.id), this.#events());
    const send = debounce(() => this.#sendPageState(), 400, 2000);
    const keep = (): void => {
      this.#changes += 1;
      this.#setSaved(false);
      send();
    };
    this.keep = Object.assign(keep, { flush: () => send.flush() });
    this.documents.subscribe(this.keep);
    this.session.subscribe(this.keep);
    this.settings.subscribe(() => this.#sendSettings());
    holder.listen({ save: () => this.save(), lost: (id) => lost(this, id) });
  }

  /** Begins the world, from the last saved state where there is one. */
  start(seed?: number): void {
    const { epoch } = this.session.getState();
    opened(this);
    this.connection.start({ restore: true, epoch, ...(seed === undefined ? {} : { seed }) });
  }

  /** Ends the world, and begins the one of a sandbox as it was left. This tab has it. */
  beginSandbox(sandbox: Sandbox): void {
    const epoch = this.forget();
    this.#takesState = true;
    this.sandboxes.setState({ current: sandbox, hold: 'mine', problem: undefined, setAside: undefined });
    opened(this);
    this.connection.start({ restore: true, epoch, speed: this.#speed });
  }

  /** Saves all there is at this moment. Resolves to whether it is stored, after a while to false: whoever waits goes on. */
  save(): Promise<boolean> {
    this.keep.flush();
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), SAVE_MS));
    const stored = this.connection.query('save', {}).then(
      ({ saved: isSaved }) => isSaved,
      () => false,
    );
    return Promise.race([stored, late]);
  }

  /** Another worker takes over from the last saved state; what the terminals show stays, unsaved edits stay. */
  restart(): void {
    const scrollback = this.screens.serialize();
    const epoch = this.session.getState().epoch + 1;
    clearMirror(this.mirror);
    this.screens.forget();
    this.session.setState({ status: 'starting', epoch, scrollback, error: undefined });
    this.connection.start({ restore: true, epoch, speed: this.#speed });
  }

  /** Throws the world and the page's state away; settings stay. `lesson`: the one that is begun in the fresh world. */
  reset(lesson: Partial<Pick<Session, 'lesson' | 'lessonFresh'>> = {}): void {
    const epoch = this.forget();
    this.session.setState(lesson);
    this.connection.post({ kind: 'speed', speed: this.#speed });
    this.connection.reset(epoch);
  }

  /** The page as it is when nothing was done yet. @returns the number of the world that will be next */
  forget(): number {
    const { epoch: before, notices, worldView } = this.session.getState();
    const epoch = before + 1;
    clearMirror(this.mirror);
    this.screens.forget();
    this.documents.setState(NO_DOCUMENTS, true);
    this.session.setState({ ...FRESH_SESSION, notices, worldView, epoch }, true);
    return epoch;
  }

  /** Types a command into the active terminal and runs it; where its shell is busy, says so beside the terminal. On another machine: into a terminal there. */
  typeCommand(command: string, machine?: string): void {
    if (machine !== undefined && !this.#turnTo(machine)) {
      const { activeTerminal } = this.session.getState();
      return this.#whenAtPrompt(activeTerminal, () => this.typeCommand(command));
    }
    this.#type(command, '\r');
  }

  /** Types a command into the active terminal for the learner to look over, and to run with Enter. */
  insertCommand(command: string): void {
    this.#type(command, '');
  }

  #type(command: string, end: string): void {
    const { activeTerminal } = this.session.getState();
    this.screens.get(activeTerminal)?.focus();
    if (!this.mirror.getState().terminal.get(activeTerminal)?.atPrompt) {
      this.notify(
        `The terminal is busy. Press Ctrl+C there, or type exit in a container’s shell (or open another terminal with +). Then: ${command.split('\n')[0]}`,
      );
      return;
    }
    const lines = command.trim().split('\n').join('\r');
    const data = new TextEncoder().encode(`${CLEAR_LINE}${lines}${end}`);
    this.connection.post({ kind: 'terminal.input', terminal: activeTerminal, data });
  }

  /** On the machine of the active terminal unless given. */
  openTerminal(machine?: string): void {
    this.session.setState((session) =>
      withTerminal(session, machine ?? machineOf(session, session.activeTerminal)),
    );
  }

  /** Two panes: the next terminal shows beside the active one, a new one where there is none. With two: one again. */
  toggleSplit(): void {
    const before = this.session.getState();
    if (before.split) return this.session.setState({ split: undefined });
    if (splitCandidate(before) === undefined) this.openTerminal();
    this.session.setState((now) => {
      const beside = splitCandidate(before) ?? now.activeTerminal;
      return withSplit({ ...now, activeTerminal: before.activeTerminal }, beside);
    });
  }

  /** The focus goes to the terminal that the other pane shows. */
  goToOtherPane(): void {
    const { split } = this.session.getState();
    if (split) this.screens.get(split.other)?.focus();
  }

  /** Shows a terminal of the machine. @returns whether there was one; else one opens */
  #turnTo(machine: string): boolean {
    const terminal = terminalFor(this.session.getState(), machine);
    if (terminal === undefined) this.openTerminal(machine);
    else this.session.setState((now) => withActive(now, terminal));
    return terminal !== undefined;
  }

  #whenAtPrompt(terminal: string, then: () => void): void {
    const isAtPrompt = (): boolean => this.mirror.getState().terminal.get(terminal)?.atPrompt === true;
    void until(this, isAtPrompt).then((isHere) => {
      if (isHere && this.session.getState().activeTerminal === terminal) then();
    });
  }

  /** So many machines there shall be. */
  setMachines(count: number): void {
    this.connection.post({ kind: 'machines', count });
  }

  /** Does something to the hardware of a machine. */
  act(machine: string, action: HardwareAction): void {
    this.connection.post({ kind: 'machine', machine, action });
  }

  get #speed(): number {
    const { speed, isPaused } = this.session.getState();
    return isPaused ? 0 : speed;
  }

  /** Time passes at another speed, or stands still. */
  setTime(time: Partial<Pick<Session, 'speed' | 'isPaused'>>): void {
    this.session.setState(time);
    this.connection.post({ kind: 'speed', speed: this.#speed });
  }

  /** Time jumps to the next thing that happens, and goes on from there. */
  skipAhead(): void {
    this.setTime({ isPaused: false });
    this.connection.post({ kind: 'skip' });
  }

  /** The programs of an image crash from now on, on every machine, or not any more. */
  actOnImage(image: string, action: ImageAction): void {
    this.connection.post({ kind: 'image', image, action });
  }

  closeTerminal(terminal: string): void {
    this.connection.post({ kind: 'terminal.close', terminal });
    this.session.setState((session) => withoutTerminal(session, terminal));
  }

  /** Shows an address of the machine in the browser panel. */
  visit(address: string): void {
    this.session.setState(({ visit }) => ({ address, visit: visit + 1, rightTab: 'browser' }));
  }

  /** Keeps how far the learner came in a lesson of so many steps. */
  markLesson(id: string, mark: LessonMark): void {
    this.lessonMarks.setState((marks) => markLesson(marks, id, mark), true);
  }

  notify(text: string, tone: Notice['tone'] = 'hint'): void {
    const id = (this.#notices += 1);
    this.session.setState(({ notices }) => ({
      notices: [...notices.filter((notice) => notice.text !== text), { id, text, tone }],
    }));
    setTimeout(() => this.dismiss(id), NOTICE_MS);
  }

  dismiss(id: number): void {
    this.session.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
  }

  /** The settings that are the world's business. */
  #sendSettings(): void {
    this.connection.post({ kind: 'completion', on: this.settings.getState().completion });
  }

  #events(): ConnectionEvents {
    return {
      ready: ({ restored, pageState }) => {
        // What the world before said last may have come in after it was thrown away.
        clearMirror(this.mirror);
        this.#sendSettings();
        this.#ready(restored, pageState);
      },
      changes: (changes) => this.mirror.setState(applyChanges(this.mirror.getState(), changes)),
      terminalOutput: (terminal, data) => this.screens.write(terminal, data),
      terminalClosed: (terminal) => {
        this.screens.forget(terminal);
        this.session.setState((session) => withoutTerminal(session, terminal));
      },
      editorOpen: (id, path) => editForProgram(this, id, path),
      travelled: ({ to, label, restarts }) => this.notify(travelledText(to, label, restarts)),
      notice: (text) => this.notify(text),
      damaged: (message) => void damaged(this, message),
      saved: () => saved(this),
      saveFailed: (problem) => saveFailed(this, problem),
      error: (error) => this.session.setState({ error }),
      stalled: (stalled) => this.session.setState({ stalled }),
    };
  }

  /** The page's state comes back only into a fresh page: after a restart the page has its own, and newer. */
  #ready(isRestored: boolean, pageState: string | undefined): void {
    const state = this.#takesState && isRestored ? parsePageState(pageState) : undefined;
    this.#takesState = false;
    this.#kept = '';
    if (state) {
      const { documents, ...session } = state;
      this.documents.setState(documents, true);
      this.session.setState({ ...session, status: 'ready' });
    } else {
      this.session.setState({ status: 'ready' });
    }
    const { lesson, lessonFresh } = this.session.getState();
    if (!lesson) return;
    // What was saved is half prepared.
    if (lessonFresh && isRestored) this.reset({ lesson, lessonFresh });
    else this.#startLesson(lesson, lessonFresh);
  }

  #startLesson(id: string, fresh: Session['lessonFresh']): void {
    const { epoch } = this.session.getState();
    // Another world may have been begun meanwhile, and another lesson with it.
    const isOther = (): boolean => this.session.getState().epoch !== epoch;
    this.connection.query('lessonStart', { id, ...(fresh ? { fresh } : {}) }).then(
      () => isOther() || this.session.setState({ lessonFresh: undefined }),
      (problem: unknown) => {
        if (isOther()) return;
        this.session.setState({ lesson: undefined, lessonFresh: undefined });
        if (problem instanceof RefusedError) this.notify(problem.message, 'problem');
      },
    );
  }

  #sendPageState(): void {
    if (this.session.getState().status !== 'ready') return;
    const state = formatPageState(
      toPageState(this.session.getState(), this.documents.getState(), this.screens.serialize()),
    );
    if (state !== this.#kept) {
      this.#kept = state;
      this.connection.post({ kind: 'page.state', state });
    }
    const changes = this.#changes;
    this.connection.query('save', { due: true }).then(
      ({ saved: isSaved }) => this.#setSaved(isSaved && changes === this.#changes),
      () => undefined,
    );
  }

  #setSaved(isSaved: boolean): void {
    if (this.sandboxes.getState().isSaved !== isSaved) this.sandboxes.setState({ isSaved });
  }
}
