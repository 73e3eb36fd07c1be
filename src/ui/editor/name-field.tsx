import { useEffect, useRef, useState } from 'react';

interface NameFieldProps {
  label: string;
  initial: string;
  /** The name, or empty when it was given up. Called once. */
  onDone: (name: string) => void;
}

/** A file's name being typed in place: Enter takes it, Escape and leaving give it up. */
export function NameField({ label, initial, onDone }: NameFieldProps) {
  const [name, setName] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <input
      ref={field}
      className="name-field"
      aria-label={label}
      placeholder="name"
      spellCheck={false}
      value={name}
      onChange={(event) => setName(event.target.value)}
      onBlur={() => onDone('')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(name.trim().replace(/^\/+|\/+$/g, ''));
        if (event.key === 'Escape') onDone('');
      }}
    />
  );
}
