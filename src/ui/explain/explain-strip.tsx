import './explain.css';
import { useId, useState } from 'react';
import type { Explanation } from '../../world/explain/explained.ts';
import { useMirror, useSettings } from '../hooks/workbench-context.ts';
import { changesText } from './changes-text.ts';
import { CommandLine } from './command-line.tsx';
import { FixList } from './fix-list.tsx';
import { MisconceptionNote } from './misconception-note.tsx';
import { useExplanation } from './use-explanation.ts';

/** Under the terminal: a note where a misconception was noticed, and, when it is asked for, what the last command means. */
export function ExplainStrip() {
  const { explanation, notes } = useExplanation();
  const isOpen = useSettings((settings) => settings.explain);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const note = notes.find(({ id, about }) => !dismissed.has(`${id} ${about}`));
  return (
    <section className="explain" aria-label="Explanation" hidden={!note && !isOpen}>
      <MisconceptionNote
        note={note}
        onDismiss={() => note && setDismissed(new Set([...dismissed, `${note.id} ${note.about}`]))}
      />
      {isOpen && !explanation && (
        <p className="explain-empty">
          Run a command: what its parts mean, what it changed, and what an error says, is told here.
        </p>
      )}
      {isOpen && explanation && <ExplainedCommand key={explanation.number} explanation={explanation} />}
    </section>
  );
}

function ExplainedCommand({ explanation }: { explanation: Explanation }) {
  const { parts, error } = explanation;
  const points = useMirror((mirror) => mirror.point);
  const [active, setActive] = useState(0);
  const id = useId();
  const wordsId = (index: number): string => `${id}-${index}`;
  const changes = changesText(explanation, points.values());
  return (
    <div className="explain-body">
      <CommandLine explained={explanation} active={active} onActive={setActive} wordsId={wordsId} />
      {error && (
        <div className="explain-error">
          <p>
            <strong>{error.title}.</strong> {error.words}
          </p>
          <FixList fixes={error.fixes} />
        </div>
      )}
      <ul className="explain-parts" aria-label="What the parts mean">
        {parts.map(({ start, end, words }, index) => (
          <li key={start} data-active={index === active || undefined} onPointerEnter={() => setActive(index)}>
            <code>{explanation.line.slice(start, end)}</code> <span id={wordsId(index)}>{words}</span>
          </li>
        ))}
      </ul>
      {changes !== undefined && (
        <p className="explain-changes">
          <span className="soft">Changed:</span> {changes}
        </p>
      )}
    </div>
  );
}
