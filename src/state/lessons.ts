/** What a learner does with lessons. */
import { NO_DOCUMENTS } from './documents.ts';
import { clearMirror } from './mirror-store.ts';
import { FRESH_SESSION, nextTerminal } from './session.ts';
import type { Workbench } from './workbench.ts';

const CLEAR_LINE = '\x05\x15';
const INTERRUPT = '\x03';

/** Begins a lesson at one of its steps: the machine starts afresh and is made what it is then. While a machine is starting, nothing happens. */
export function beginLesson(workbench: Workbench, id: string, step = 0): void {
  const { epoch, status } = workbench.session.getState();
  if (status !== 'ready') return;
  clearMirror(workbench.mirror);
  workbench.documents.setState(NO_DOCUMENTS, true);
  workbench.session.setState({ ...FRESH_SESSION, epoch: epoch + 1, lesson: id, lessonFresh: { step } }, true);
  workbench.connection.reset(epoch + 1);
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
}

/** Types a block into the terminal it is for; one that is not open yet is opened. */
export function typeBlock(workbench: Workbench, { text, inside, interrupt, terminal }: TypedBlock): void {
  const id = showTerminal(workbench, terminal);
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
  if (terminal === 1 || atPrompt(workbench, id)) return workbench.typeCommand(text);
  // It was only just opened: its shell will ask for a command in a moment.
  const end = workbench.mirror.subscribe(() => {
    if (!atPrompt(workbench, id)) return;
    end();
    send(`${CLEAR_LINE}${line}\r`);
  });
}

const atPrompt = (workbench: Workbench, id: string): boolean =>
  workbench.mirror.getState().terminal.get(id)?.atPrompt === true;

function showTerminal({ session }: Workbench, number: number): string {
  const { terminals, activeTerminal } = session.getState();
  if (number === 1 && terminals.length === 1) return activeTerminal;
  const known = terminals[number - 1];
  if (known !== undefined) {
    session.setState({ activeTerminal: known });
    return known;
  }
  const opened = nextTerminal(terminals);
  session.setState({ terminals: [...terminals, opened], activeTerminal: opened });
  return opened;
}
