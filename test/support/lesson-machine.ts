import { nodeHost } from '../../src/host/node.ts';
import { Judge } from '../../src/lessons/judge.ts';
import type { Lesson, LessonStep } from '../../src/lessons/lesson.ts';
import { judgeStep, type CheckState } from '../../src/lessons/lesson-run.ts';
import { splitCommands } from '../../src/shell/split-commands.ts';
import { LearnerLog } from '../../src/world/lessons/learner-log.ts';
import type { Prediction } from '../../src/lessons/questions.ts';
import { tryOnCopy, type Trial } from '../../src/world/lessons/try-on-copy.ts';
import { createProbe } from '../../src/world/lessons/machine-probe.ts';
import { prepareLesson } from '../../src/world/lessons/prepare-lesson.ts';
import { hostView } from '../../src/world/machine-image.ts';
import { readScriptLine } from '../../src/lib/script-line.ts';
import { inTask } from '../../src/world/in-task.ts';
import { doDeed } from '../../src/world/machine-commands.ts';
import type { Machine } from '../../src/world/machine.ts';
import { openCommandSession, type CommandResult, type CommandSession } from '../../src/world/run-commands.ts';
import { withToken } from '../../src/world/lessons/worker-token.ts';
import { createHubLoader } from '../../src/world/machine.ts';
import { createWorld, PROJECT_FOLDER, type World } from '../../src/world/world.ts';

/** Every image is unpacked once, not once for each attempt. */
const HUB = createHubLoader();

/** A machine in virtual time with a learner at one step of a lesson. */
export class LessonMachine {
  readonly notices: string[] = [];
  readonly #world: World;
  readonly #log: LearnerLog;
  readonly #sessions = new Map<Machine, CommandSession>();
  // One for all looks, as in the page: a check that is not looked at again when its things changed is found out.
  readonly #judge = new Judge();
  #looks = 0;
  #step: LessonStep | undefined;
  #met: readonly string[] = [];

  private constructor(notices: string[], world: World, log: LearnerLog) {
    this.notices = notices;
    this.#world = world;
    this.#log = log;
  }

  #sessionOn(machine: Machine): CommandSession {
    const session =
      this.#sessions.get(machine) ?? openCommandSession(this.#world, machine, { cwd: PROJECT_FOLDER });
    this.#sessions.set(machine, session);
    return session;
  }

  /** A machine as it is when this step begins. */
  static async at(lesson: Lesson, step: number): Promise<LessonMachine> {
    const notices: string[] = [];
    const holder: { log?: LearnerLog } = {};
    const world = createWorld({
      host: nodeHost,
      seed: 1,
      mode: 'virtual',
      hub: HUB,
      onBuild: (options, outcome) => holder.log?.build(options, outcome),
      onNotice: (text) => notices.push(text),
    });
    await inTask(world, () => prepareLesson(world, lesson, step));
    const [machine] = world.machines;
    const log = new LearnerLog(machine, () => undefined);
    holder.log = log;
    notices.length = 0;
    const created = new LessonMachine(notices, world, log);
    created.begin(lesson.steps[step]);
    return created;
  }

  /** Another step begins on the machine as it is. */
  begin(step: LessonStep | undefined): void {
    this.#step = step;
    this.#met = [];
    this.#log.clear();
  }

  /** Runs one command of a script, on a terminal where it gets keys, and looks at the checks behind it. */
  async run(line: string, keys?: string): Promise<CommandResult> {
    const { command: written, machine: name, deed } = readScriptLine(line);
    const [first] = this.#world.machines;
    if (deed && name !== undefined) {
      doDeed(this.#world, name, deed);
      return { command: line, stdout: '', stderr: '', exitCode: 0 };
    }
    const machine = name === undefined ? first : this.#world.machines.find((each) => each.name === name);
    if (!machine) throw new Error(`there is no machine ${name}`);
    const command = await inTask(this.#world, () => withToken(first, written));
    this.#log.command(command);
    const result = await this.#sessionOn(machine).run(
      keys === undefined ? { command } : { command, tty: true, input: keys },
    );
    await this.check();
    return result;
  }

  async runScript(script: string): Promise<CommandResult[]> {
    const results: CommandResult[] = [];
    for (const command of splitCommands(script)) results.push(await this.run(command));
    return results;
  }

  /** What comes of a prediction's commands, on a copy of the machines as they are. */
  predict(question: Prediction): Promise<Trial> {
    const [first, ...others] = this.#world.save();
    const { queue, seed } = this.#world;
    const snapshot = { ...first, others, seed, nowMs: queue.now(), terminals: {} };
    return tryOnCopy({ host: nodeHost, snapshot, question, hub: HUB });
  }

  /** Answers every question of the step rightly. */
  answerAll(): void {
    for (const piece of this.#step?.pieces ?? [])
      if (piece.kind === 'quiz' || piece.kind === 'answer') this.#log.answer(piece.question.id, true);
  }

  writeFile(path: string, text: string): void {
    const view = hostView(this.#world.machines[0].kernel);
    const target = `${PROJECT_FOLDER}/${path}`;
    view.mkdirAll(target.slice(0, target.lastIndexOf('/')));
    view.writeFile(target, text);
  }

  /** The checks of the step as they stand. */
  async check(step = this.#step): Promise<CheckState[]> {
    if (!step) return [];
    const looks = (this.#looks += 1);
    const probe = createProbe(this.#world.machines[0], this.#log, () => looks);
    const states = await judgeStep(step, this.#met, probe, this.#judge);
    if (step === this.#step)
      this.#met = [...new Set([...this.#met, ...states.filter(({ met }) => met).map(({ id }) => id)])];
    return states;
  }
}
