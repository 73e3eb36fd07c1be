import { useRef, type KeyboardEvent } from 'react';
import type { ExplainedLine } from '../../world/explain/explained.ts';

interface CommandLineProps {
  explained: ExplainedLine;
  /** Index of the part that is told. */
  active: number;
  onActive: (index: number) => void;
  /** Of the words for a part. */
  wordsId: (index: number) => string;
}

/** A command as it was typed; its parts can be pointed at, and walked through with the arrow keys. */
export function CommandLine({ explained: { line, parts }, active, onActive, wordsId }: CommandLineProps) {
  const group = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    const to = nextPart(event.key, active, parts.length);
    if (to === undefined) return;
    event.preventDefault();
    onActive(to);
    group.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div
      className="explain-line"
      role="toolbar"
      aria-label="Parts of the command"
      ref={group}
      onKeyDown={onKey}
    >
      {parts.map(({ start, end, kind }, index) => (
        <span key={start}>
          {line.slice(parts[index - 1]?.end ?? 0, start)}
          <button
            type="button"
            className={`explain-part part-${kind}`}
            data-active={index === active || undefined}
            tabIndex={index === active ? 0 : -1}
            aria-describedby={wordsId(index)}
            onPointerEnter={() => onActive(index)}
            onFocus={() => onActive(index)}
            onClick={() => onActive(index)}
          >
            {line.slice(start, end)}
          </button>
        </span>
      ))}
      {line.slice(parts.at(-1)?.end ?? 0)}
    </div>
  );
}

/** Where a key leads; undefined for others. */
export function nextPart(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowRight' || key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (active + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
