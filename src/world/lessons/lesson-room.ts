import type { Host } from '../../host/host.ts';
import { dueHints } from '../../lessons/hints.ts';
import { Judge } from '../../lessons/judge.ts';
import { isAnswer } from '../../lessons/judge-prediction.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import {
  advance,
  judgeStep,
  LESSON_BEGIN,
  passOver,
  type CheckState,
  type LessonProgress,
} from '../../lessons/lesson-run.ts';
import { parOf, starsFor } from './par.ts';
import type { Machine } from '../machine.ts';
import type { LessonRecord } from '../mirror.ts';
import { LearnerLog } from './learner-log.ts';
import { createProbe } from './machine-probe.ts';

/** So long after something was printed its checks are looked at. */
const AFTER_OUTPUT_MS = 250;

export interface LessonRoomOptions {
  readonly machine: Machine;
  readonly host: Pick<Host, 'after' | 'monotonicMs'>;
  readonly lesson: Lesson;
  readonly progress: LessonProgress | undefined;
  /** Told what the page shows, when that changed. */
  readonly tell: (record: LessonRecord) => void;
  /** Something was noted that a check may be about. */
  readonly changed: () => void;
}

/** A learner at a lesson: watches what is done, looks at the checks of the step at hand, and goes on with it. */
export class LessonRoom {
  readonly log: LearnerLog;
  readonly lesson: Lesson;
  readonly #options: LessonRoomOptions;
  readonly #judge = new Judge();
  readonly #shown = new Set<number>();
  #progress: LessonProgress;
  #files = 0;
  #beganMs = 0;
  #cancelTimers: (() => void)[] = [];
  #cancelSoon: (() => void) | undefined;
  #looking = false;
  #again = false;
  #told = '';
  #ended = false;

  constructor(options: LessonRoomOptions) {
    this.#options = options;
    this.lesson = options.lesson;
    this.#progress = options.progress ?? LESSON_BEGIN;
    this.log = new LearnerLog(options.machine, options.changed);
    this.#beginStep();
  }

  get progress(): LessonProgress {
    return this.#progress;
  }

  /** A terminal showed something: a program that runs there may have done what a check waits for. */
  wrote(bytes: Uint8Array): void {
    this.log.wrote(bytes);
    this.#cancelSoon ??= this.#options.host.after(AFTER_OUTPUT_MS, () => {
      this.#cancelSoon = undefined;
      this.look();
    });
  }

  /** Looks at the checks once the world has come to rest; calls while it looks are one more look. */
  look(): void {
    this.#files += 1;
    if (this.#looking || this.#ended) {
      this.#again = true;
      return;
    }
    this.#looking = true;
    this.#options.machine.kernel.task('lesson checks', async () => {
      try {
        do {
          this.#again = false;
          await this.#lookOnce();
        } while (this.#again && !this.#ended);
      } finally {
        this.#looking = false;
      }
    });
  }

  async #lookOnce(): Promise<void> {
    if (this.#ended) return;
    const step = this.lesson.steps[this.#progress.step];
    if (!step) return this.#tell([]);
    const probe = createProbe(this.#options.machine, this.log, () => this.#files);
    const before = this.#progress;
    const checks = await judgeStep(step, before.met, probe, this.#judge);
    if (this.#ended || this.#progress !== before) return;
    this.#progress = advance(this.lesson, before, checks, this.log.commands.length);
    const unmet = checks.filter(({ met }) => !met).map(({ id }) => id);
    const so = {
      seconds: (this.#options.host.monotonicMs() - this.#beganMs) / 1000,
      commands: this.log.commands.length,
      output: this.log.output,
      unmet,
    };
    for (const index of dueHints(step.hints ?? [], so)) this.#shown.add(index);
    if (this.#progress.step === before.step) return this.#tell(checks);
    this.#beginStep();
    this.#again = true;
    if (this.#progress.step >= this.lesson.steps.length) this.#tell([]);
  }

  #tell(checks: readonly CheckState[]): void {
    const record: LessonRecord = {
      lesson: this.lesson.id,
      step: this.#progress.step,
      skipped: this.#progress.skipped,
      ...this.#score(),
      checks,
      shownHints: [...this.#shown].sort((a, b) => a - b),
      answers: [...this.log.answers].map(([question, right]) => ({ question, right })),
    };
    const told = JSON.stringify(record);
    if (told === this.#told) return;
    this.#told = told;
    this.#options.tell(record);
  }

  /** Commands so far; stars at the end, where all of it was done. */
  #score(): Pick<LessonRecord, 'commands' | 'stars'> {
    const { commands, step, skipped } = this.#progress;
    if (commands === undefined) return {};
    const isDone = step >= this.lesson.steps.length && skipped.length === 0;
    return { commands, ...(isDone ? { stars: starsFor(commands, parOf(this.lesson)) } : {}) };
  }

  #beginStep(): void {
    this.#shown.clear();
    this.log.clear();
    this.#beganMs = this.#options.host.monotonicMs();
    this.#stopTimers();
    const waits = (this.lesson.steps[this.#progress.step]?.hints ?? []).map(
      ({ afterSeconds = 0 }) => afterSeconds,
    );
    for (const seconds of new Set(waits))
      if (seconds > 0) this.#cancelTimers.push(this.#options.host.after(seconds * 1000, () => this.look()));
  }

  #stopTimers(): void {
    for (const cancel of this.#cancelTimers.splice(0)) cancel();
  }

  /** Goes on to the next step, whatever its checks say. */
  passOver(): void {
    this.#progress = passOver(this.lesson, this.#progress, this.log.commands.length);
    this.#beginStep();
    this.look();
  }

  /** An answer to a question; it counts for the step at hand. @returns whether it is right, or undefined where there is no such question */
  answer(question: string, text: string): boolean | undefined {
    const here = this.lesson.steps[this.#progress.step]?.pieces ?? [];
    for (const piece of this.lesson.steps.flatMap(({ pieces }) => pieces)) {
      if (piece.kind !== 'quiz' && piece.kind !== 'answer') continue;
      if (piece.question.id !== question) continue;
      const right =
        piece.kind === 'quiz' ? text === String(piece.question.answer) : isAnswer(piece.question, text);
      if (here.includes(piece)) this.log.answer(question, right);
      return right;
    }
    return undefined;
  }

  end(): void {
    this.#ended = true;
    this.#cancelSoon?.();
    this.#stopTimers();
    this.log.end();
  }
}
