import { useWorkbench } from '../hooks/workbench-context.ts';
import type { TypedCommand } from './commands.ts';

/** Buttons that type commands into the active terminal. */
export function CommandButtons({ of, commands }: { of: string; commands: readonly TypedCommand[] }) {
  const workbench = useWorkbench();
  return (
    <div className="command-buttons" role="group" aria-label={`Commands for ${of}`}>
      {commands.map(({ label, command }) => (
        <button
          key={command}
          type="button"
          className="command-button"
          title={`Type: ${command}`}
          onClick={() => workbench.typeCommand(command)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
