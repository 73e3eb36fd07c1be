import { CommandChip } from './fact-list.tsx';

interface TextViewProps {
  label: string;
  text: string;
  /** What prints it. */
  command: string;
  onType: (command: string) => void;
}

/** Text as a command prints it. */
export function TextView({ label, text, command, onType }: TextViewProps) {
  return (
    <>
      <CommandChip command={command} onType={onType} />
      <pre className="details-text" tabIndex={0} role="group" aria-label={label}>
        {text || 'Nothing.'}
      </pre>
    </>
  );
}
