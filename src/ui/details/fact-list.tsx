import type { Fact } from '../../world/queries/queries.ts';

interface TypesProps {
  /** Types a command into the thing's terminal. */
  onType: (command: string) => void;
}

/** Values, each beside the command that prints it. */
export function FactList({ facts, onType }: TypesProps & { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value, command }) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd>
            <span className="fact-value mono-name">{value || '–'}</span>
            <CommandChip command={command} onType={onType} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A command on a button that types it. */
export function CommandChip({ command, onType }: TypesProps & { command: string }) {
  return (
    <button
      type="button"
      className="command-button fact-command"
      title={`Type: ${command}`}
      onClick={() => onType(command)}
    >
      {command}
    </button>
  );
}
