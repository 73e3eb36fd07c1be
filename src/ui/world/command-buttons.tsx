import { useWorkbench } from '../hooks/workbench-context.ts';
import type { TypedCommand } from './commands.ts';

interface CommandButtonsProps {
  of: string;
  commands: readonly TypedCommand[];
  /** Whose terminal they type into; the active one unless given. */
  machine?: string | undefined;
}

/** Buttons that type commands into the terminal. */
export function CommandButtons({ of, commands, machine }: CommandButtonsProps) {
  const workbench = useWorkbench();
  return (
    <div className="command-buttons" role="group" aria-label={`Commands for ${of}`}>
      {commands.map(({ label, command }) => (
        <button
          key={command}
          type="button"
          className="command-button"
          title={`Type: ${command}`}
          onClick={() => workbench.typeCommand(command, machine)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
