import { useCallback } from 'react';
import { readScriptLine } from '../../lib/script-line.ts';
import { typeSolution } from '../../state/lessons.ts';
import { stepTo } from '../../state/presenting.ts';
import { terminalFor } from '../../state/session.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';

/** Types the presenter's next command into the terminal, once the shell there waits for one. `@node2 …` is for that machine. */
export function useTypeNext(): () => void {
  const workbench = useWorkbench();
  return useCallback(() => {
    const { session, mirror } = workbench;
    const { presenting, activeTerminal } = session.getState();
    const command = presenting?.commands[presenting.next];
    if (!presenting || command === undefined) return;
    const line = readScriptLine(command);
    const terminal =
      line.machine === undefined ? activeTerminal : terminalFor(session.getState(), line.machine);
    // A terminal that has yet to open takes it once its shell asks.
    const isTaken =
      line.deed !== undefined ||
      terminal === undefined ||
      mirror.getState().terminal.get(terminal)?.atPrompt === true;
    if (line.machine === undefined) workbench.typeCommand(command);
    else typeSolution(workbench, line);
    if (isTaken) session.setState({ presenting: stepTo(presenting, presenting.next + 1) });
  }, [workbench]);
}
