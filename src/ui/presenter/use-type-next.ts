import { useCallback } from 'react';
import { stepTo } from '../../state/presenting.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';

/** Types the presenter's next command into the terminal, once the shell there waits for one. */
export function useTypeNext(): () => void {
  const workbench = useWorkbench();
  return useCallback(() => {
    const { session, mirror } = workbench;
    const { presenting, activeTerminal } = session.getState();
    const command = presenting?.commands[presenting.next];
    if (!presenting || command === undefined) return;
    const isFree = mirror.getState().terminal.get(activeTerminal)?.atPrompt;
    workbench.typeCommand(command);
    if (isFree) session.setState({ presenting: stepTo(presenting, presenting.next + 1) });
  }, [workbench]);
}
