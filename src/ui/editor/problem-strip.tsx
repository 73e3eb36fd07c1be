import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { Diagnostic, QuickFix } from '../../world/queries/queries.ts';

const ICONS = { error: CircleX, warning: TriangleAlert, info: Info };

/** The problems of the file as text: what the squiggles mean, without a pointer. */
export function ProblemStrip({
  problems,
  onShow,
  onFix,
}: {
  problems: readonly Diagnostic[];
  onShow: (line: number) => void;
  onFix: (fix: QuickFix) => void;
}) {
  if (problems.length === 0) return null;
  return (
    <ul className="problem-strip" aria-label="Problems in this file">
      {problems.map((problem) => {
        const Icon = ICONS[problem.severity];
        return (
          <li key={`${problem.startLine}/${problem.message}`} className="problem-row">
            <button
              type="button"
              className={`problem problem-${problem.severity}`}
              onClick={() => onShow(problem.startLine)}
            >
              <Icon size={14} aria-label={problem.severity} />
              <span className="problem-line">line {problem.startLine}</span>
              <span>{problem.message}</span>
            </button>
            <FixButton fix={problem.fix} onFix={onFix} />
          </li>
        );
      })}
    </ul>
  );
}

function FixButton({ fix, onFix }: { fix: QuickFix | undefined; onFix: (fix: QuickFix) => void }) {
  if (!fix) return null;
  return (
    <button type="button" className="problem-fix" aria-label={`Fix: ${fix.title}`} onClick={() => onFix(fix)}>
      {fix.title}
    </button>
  );
}
