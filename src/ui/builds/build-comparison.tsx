import type { StepComparison } from '../../api/build-history-types.ts';
import type { BuildReport, BuildView } from '../../world/queries/queries.ts';
import { Phrased } from '../parts/phrase.tsx';
import { showSize } from '../parts/show-amount.ts';
import { StatusPill, timeOf } from './build-steps.tsx';
import { differencePhrase } from './explain-text.ts';

interface BuildComparisonProps {
  build: BuildView;
  comparison: NonNullable<BuildReport['comparison']>;
}

/** Two builds side by side: what each made of the same step, and in what the step differs. */
export function BuildComparison({ build, comparison }: BuildComparisonProps) {
  return (
    <table className="build-table">
      <caption className="visually-hidden">
        Build {build.id} beside build {comparison.with.id}
      </caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">#{comparison.with.id}</th>
          <th scope="col">#{build.id}</th>
        </tr>
      </thead>
      <tbody>
        {comparison.steps.map((pair, index) => (
          <ComparisonRow key={index} pair={pair} before={comparison.with} after={build} />
        ))}
      </tbody>
    </table>
  );
}

interface ComparisonRowProps {
  pair: StepComparison;
  before: BuildView;
  after: BuildView;
}

function ComparisonRow({ pair, before, after }: ComparisonRowProps) {
  const old = pair.before === undefined ? undefined : before.steps[pair.before];
  const now = pair.after === undefined ? undefined : after.steps[pair.after];
  return (
    <tr>
      <td>
        <code>{(now ?? old)?.instruction}</code>
        <div className="step-why">
          {old && now ? (
            pair.difference ? (
              <Phrased of={differencePhrase(pair.difference)} />
            ) : (
              'the same'
            )
          ) : (
            ''
          )}
        </div>
      </td>
      <StepCell step={old} />
      <StepCell step={now} />
    </tr>
  );
}

function StepCell({ step }: { step: BuildView['steps'][number] | undefined }) {
  if (!step) return <td className="soft">not there</td>;
  return (
    <td>
      <StatusPill status={step.status} />
      <div>{timeOf(step)}</div>
      <div>{showSize(step.sizeBytes)}</div>
    </td>
  );
}
