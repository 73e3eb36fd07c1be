import type { Fix } from '../../world/explain/explained.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';

/** Commands that are likely to help: a click types them. Those that take something away, or have blanks, wait for Enter. */
export function FixList({ fixes }: { fixes: readonly Fix[] }) {
  const workbench = useWorkbench();
  if (fixes.length === 0) return null;
  return (
    <ul className="explain-fixes" aria-label="What may help">
      {fixes.map(({ command, words, isDraft }) => (
        <li key={command}>
          <button
            type="button"
            className="command-button"
            title={isDraft ? `Type, to be run with Enter: ${command}` : `Run: ${command}`}
            onClick={() => (isDraft ? workbench.insertCommand(command) : workbench.typeCommand(command))}
          >
            {command}
          </button>{' '}
          <span className="soft">
            {words}
            {isDraft && ' (Enter runs it)'}
          </span>
        </li>
      ))}
    </ul>
  );
}
