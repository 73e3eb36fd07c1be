import './explain.css';
import { useId, useState } from 'react';
import type { Explanation } from '../../world/explain/explained.ts';
import { useMirror, useSettings } from '../hooks/workbench-context.ts';
import { changesText } from './changes-text.ts';
import { CommandLine } from './command-line.tsx';
import { FixList } from './fix-list.tsx';
import { MisconceptionNote } from './misconception-note.tsx';
import { PartList } from './part-list.tsx';
import { useExplanation } from './use-explanation.ts';

/** Under the terminal: a note where a misconception was noticed, and, when it is asked for, what the last command means. */
export function ExplainStrip() {
  const { explanation, notes } = useExplanation();
  const isOpen = useSettings((settings) => settings.explain);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const [pointed, setPointed] = useState({ number: 0, part: 0 });
  const id = useId();
  const note = notes.find((each) => !dismissed.has(`${each.id} ${each.about}`));
  const shown = isOpen ? explanation : undefined;
  const words = {
    active: pointed.number === shown?.number ? pointed.part : 0,
    onActive: (part: number) => setPointed({ number: shown?.number ?? 0, part }),
    wordsId: (part: number) => `${id}-${part}`,
  };
  return (
    <section className="explain" aria-label="Explanation" hidden={!note && !isOpen}>
      {isOpen && !explanation && (
        <p className="explain-empty">
          Run a command: what its parts mean, what it changed, and what an error says, is told here.
        </p>
      )}
      {shown && <CommandLine explained={shown} {...words} />}
      {shown?.error && (
        <div className="explain-error">
          <p>
            <strong>{shown.error.title}.</strong> {shown.error.words}
          </p>
          <FixList fixes={shown.error.fixes} />
        </div>
      )}
      <MisconceptionNote
        note={note}
        onDismiss={() => note && setDismissed(new Set([...dismissed, `${note.id} ${note.about}`]))}
      />
      {shown && <PartList explained={shown} {...words} />}
      {shown && <Changes explanation={shown} />}
    </section>
  );
}

function Changes({ explanation }: { explanation: Explanation }) {
  const points = useMirror((mirror) => mirror.point);
  const text = changesText(explanation, points.values());
  return text === undefined ? null : <p className="explain-changes">{text}</p>;
}
