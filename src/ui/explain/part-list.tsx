import { useEffect, useRef } from 'react';
import type { ExplainedLine } from '../../world/explain/explained.ts';

interface PartListProps {
  explained: ExplainedLine;
  /** Index of the part that is pointed at. */
  active: number;
  onActive: (index: number) => void;
  wordsId: (index: number) => string;
}

/** The parts of a command, each with its words; the one that is pointed at comes into view. */
export function PartList({ explained: { line, parts }, active, onActive, wordsId }: PartListProps) {
  const list = useRef<HTMLUListElement>(null);
  const first = useRef(active);
  useEffect(() => {
    if (active !== first.current) list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
    first.current = active;
  }, [active]);
  return (
    <ul className="explain-parts" aria-label="What the parts mean" ref={list}>
      {parts.map(({ start, end, words }, index) => (
        <li key={start} data-active={index === active || undefined} onPointerEnter={() => onActive(index)}>
          <code>{line.slice(start, end)}</code> <span id={wordsId(index)}>{words}</span>
        </li>
      ))}
    </ul>
  );
}
