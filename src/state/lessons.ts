/** What a learner does with lessons. */
import { asTyped, type ScriptLine } from '../lib/script-line.ts';
import type { LessonStart } from '../world/queries/queries.ts';
import { withActive } from './panes.ts';
import { FIRST_MACHINE, machineOf, withTerminal } from './session.ts';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';

const CLEAR_LINE = '\x05\x15';
const INTERRUPT = '\x03';

/** Begins a lesson at one of its steps: the machine starts afresh and is made what it is then. While a machine is starting, nothing happens. */
export function beginLesson(workbench: Workbench, id: string, from: LessonStart = { step: 0 }): void {
  if (workbench.session.getState().status !== 'ready') return;
  workbench.reset({ lesson: id, lessonFresh: from });
}

/** The machine stays as it is. */
export function leaveLesson(workbench: Workbench): void {
  workbench.session.setState({ lesson: undefined, lessonFresh: undefined });
  void workbench.connection.query('lessonLeave', {}).catch(() => undefined);
}

/** Goes on to the next step, whatever the checks say. */
export function passStep(workbench: Workbench): void {
  void workbench.connection.query('lessonPass', {}).catch(() => undefined);
}

/** A block of a lesson as the terminal takes it. */
export interface TypedBlock {
  readonly text: string;
  /** Keys for the program that runs there, not for the shell's prompt. */
  readonly inside: boolean;
  readonly interrupt: boolean;
  /** 1 is the first. */
  readonly terminal: number;
  /** A terminal of this machine; of the first unless given. */
  readonly machine?: string;
  /** The world is asked what to type: the text is not it. */
  readonly needsToken?: true;
}

/** Types a block into the terminal it is for; one that is not open yet is opened. */
export function typeBlock(workbench: Workbench, block: TypedBlock): void {
  if (block.needsToken) return finished(workbench, block.text, (text) => typeBlock(workbench, { ...block, text, needsToken: undefined })); // prettier-ignore
  const { text, inside, interrupt, terminal, machine = FIRST_MACHINE } = block;
  const before = workbench.session.getState().terminals;
  const id = showTerminal(workbench, terminal, machine);
  const send = (keys: string): void =>
    workbench.connection.post({
      kind: 'terminal.input',
      terminal: id,
      data: new TextEncoder().encode(keys),
    });
  const line = text.trim().split('\n').join('\r');
  workbench.screens.get(id)?.focus();
  if (interrupt) return send(line === '' ? INTERRUPT : `${INTERRUPT}${line}\r`);
  if (inside) return send(`${line}\r`);
  if (before.includes(id)) return workbench.typeCommand(text);
  // It was only just opened: its shell will ask for a command in a moment.
  void until(workbench, () => atPrompt(workbench, id)).then((isHere) => {
    if (isHere) send(`${CLEAR_LINE}${line}\r`);
  });
}

/** Types a command of a step's solution where it belongs, or does to a machine what it says. */
export function typeSolution(workbench: Workbench, { command, machine, deed, needsToken }: ScriptLine): void {
  if (deed && machine !== undefined) return workbench.act(machine, deed);
  const type = (text: string): void => workbench.typeCommand(text, machine ?? FIRST_MACHINE);
  const plain = asTyped(command);
  if (needsToken) finished(workbench, plain, type);
  else type(plain);
}

/** Asks the world for a command as it is typed. */
function finished({ connection }: Workbench, command: string, then: (command: string) => void): void {
  connection.query('lessonCommand', { command }).then(({ command: text }) => then(text), () => undefined); // prettier-ignore
}

const atPrompt = (workbench: Workbench, id: string): boolean =>
  workbench.mirror.getState().terminal.get(id)?.atPrompt === true;

/** Shows a terminal of a machine, by its number there; one that is not there yet is opened. @returns its id */
function showTerminal({ session }: Workbench, number: number, machine: string): string {
  const { terminals, terminalMachines } = session.getState();
  const known = terminals.filter((id) => machineOf({ terminalMachines }, id) === machine)[number - 1];
  session.setState((now) => (known === undefined ? withTerminal(now, machine) : withActive(now, known)));
  return session.getState().activeTerminal;
}
