import { CircleCheck, CirclePause, CirclePlay, CircleX } from 'lucide-react';
import type { BuildView } from '../../world/queries/queries.ts';
import { Phrased } from '../parts/phrase.tsx';
import { showDuration, showSize } from '../parts/show-amount.ts';
import { reasonPhrase } from './explain-text.ts';

type Step = BuildView['steps'][number];

const STATUS = {
  cached: { text: 'cached', tone: 'good', Icon: CircleCheck },
  ran: { text: 'ran', tone: 'warn', Icon: CirclePlay },
  failed: { text: 'failed', tone: 'bad', Icon: CircleX },
  stopped: { text: 'stopped', tone: 'warn', Icon: CirclePause },
} as const;

/** What became of a step, in a word. */
export function StatusPill({ status }: Pick<Step, 'status'>) {
  const { text, tone, Icon } = STATUS[status];
  return (
    <span className={`pill pill-${tone} status-pill`}>
      <Icon size={11} aria-hidden="true" />
      {text}
    </span>
  );
}

/** Every step of a build with what became of it, why, and what it cost. */
export function BuildSteps({ build, critical }: { build: BuildView; critical: readonly number[] }) {
  const { steps, stages } = build;
  const decisive = new Set(critical);
  const named = stages.length > 1;
  return (
    <table className="build-table">
      <caption className="visually-hidden">Steps of the build</caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Time</th>
          <th scope="col">Size</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={index}>
            <td>
              <div className="step-head">
                <StatusPill status={step.status} />
                <span className="soft">
                  {named && `${stages[step.stage]?.name ?? ''}, `}line {step.startLine}
                  {named && decisive.has(index) && step.status !== 'cached' && ', in the longest chain'}
                </span>
              </div>
              <code>{step.instruction}</code>
              {step.reason && (
                <div className="step-why">
                  because <Phrased of={reasonPhrase(step.reason, steps)} />
                </div>
              )}
            </td>
            <td>{timeOf(step)}</td>
            <td>{showSize(step.sizeBytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A step from the cache takes none. */
export const timeOf = ({ status, startedMs, endedMs }: Step): string =>
  status === 'cached' ? '–' : showDuration(endedMs - startedMs);
