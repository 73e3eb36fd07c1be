import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { Diagnostic } from '../../world/queries/queries.ts';

const ICONS = { error: CircleX, warning: TriangleAlert, info: Info };

/** The problems of the file as text: what the squiggles mean, without a pointer. */
export function ProblemStrip({
  problems,
  onShow,
}: {
  problems: readonly Diagnostic[];
  onShow: (line: number) => void;
}) {
  if (problems.length === 0) return null;
  return (
    <ul className="problem-strip" aria-label="Problems in this file">
      {problems.map((problem) => {
        const Icon = ICONS[problem.severity];
        return (
          <li key={`${problem.startLine}/${problem.message}`}>
            <button
              type="button"
              className={`problem problem-${problem.severity}`}
              onClick={() => onShow(problem.startLine)}
            >
              <Icon size={14} aria-label={problem.severity} />
              <span className="problem-line">line {problem.startLine}</span>
              <span>{problem.message}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
