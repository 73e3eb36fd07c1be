import type { BuildReport } from '../../world/queries/queries.ts';
import { showDuration } from '../parts/show-amount.ts';
import { preparedShare, timelineLanes, type TimelineLane } from './timeline-layout.ts';

/** Of the drawing, in its own units: it is stretched to the panel's width. */
const WIDTH = 1000;
const LANE = 22;
const BAR = 14;
/** Even a short step can be seen. */
const NARROWEST = 14;

/** When each step ran, a lane for a stage, and the same as a table. A build from the cache has nothing to draw. */
export function BuildTimeline({ report }: { report: BuildReport }) {
  const lanes = timelineLanes(report);
  const { build, critical } = report;
  if (lanes.length === 0) return null;
  const wholeMs = build.endedMs - build.startedMs;
  const label = `Timeline over ${showDuration(wholeMs)}: ${lanes.map(laneText).join('; ')}`;
  return (
    <figure className="timeline">
      <div className="timeline-lanes">
        {lanes.length > 1 && (
          <div className="timeline-names" aria-hidden="true">
            {lanes.map(({ stage }) => (
              <span key={stage}>{stage}</span>
            ))}
          </div>
        )}
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${WIDTH} ${lanes.length * LANE}`}
          preserveAspectRatio="none"
          style={{ height: `${lanes.length * LANE}px` }}
        >
          <rect
            className="timeline-ready"
            width={preparedShare(report) * WIDTH}
            height={lanes.length * LANE}
          />
          {lanes.map(({ stage, bars }, lane) => (
            <g key={stage}>
              <line className="timeline-rail" x1={0} x2={WIDTH} y1={lane * LANE + 11} y2={lane * LANE + 11} />
              {bars.map(({ step, from, width, isCritical }) => (
                <rect
                  key={step}
                  className={isCritical ? 'timeline-bar timeline-critical' : 'timeline-bar'}
                  x={Math.min(from * WIDTH, WIDTH - NARROWEST)}
                  y={lane * LANE + (LANE - BAR) / 2}
                  width={Math.max(NARROWEST, width * WIDTH)}
                  height={BAR}
                >
                  <title>{`${build.steps[step]?.instruction}\n${stepTime(report, step)}`}</title>
                </rect>
              ))}
            </g>
          ))}
        </svg>
      </div>
      <figcaption>
        <span>
          <i className="timeline-key timeline-key-critical" aria-hidden="true" /> longest chain,{' '}
          {showDuration(critical.durationMs)}
        </span>
        {preparedShare(report) > 0 && (
          <span>
            <i className="timeline-key timeline-key-ready" aria-hidden="true" /> getting ready
          </span>
        )}
        {lanes.some(({ bars }) => bars.some(({ isCritical }) => !isCritical)) && (
          <span>
            <i className="timeline-key" aria-hidden="true" /> other steps
          </span>
        )}
        <span className="timeline-end">{showDuration(wholeMs)}</span>
      </figcaption>
      <TimelineTable report={report} lanes={lanes} />
    </figure>
  );
}

const laneText = ({ stage, bars }: TimelineLane): string =>
  `${stage}, ${bars.length} ${bars.length === 1 ? 'step' : 'steps'}`;

function stepTime({ build }: BuildReport, index: number): string {
  const step = build.steps[index];
  if (!step) return '';
  return `after ${showDuration(step.startedMs - build.startedMs)}, for ${showDuration(step.endedMs - step.startedMs)}`;
}

/** The picture in words. */
function TimelineTable({ report, lanes }: { report: BuildReport; lanes: readonly TimelineLane[] }) {
  const { steps } = report.build;
  return (
    <details className="timeline-table">
      <summary>The timeline as a table</summary>
      <table className="build-table">
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Step</th>
            <th scope="col">When</th>
            <th scope="col">Longest chain</th>
          </tr>
        </thead>
        <tbody>
          {lanes.flatMap(({ stage, bars }) =>
            bars.map(({ step, isCritical }) => (
              <tr key={step}>
                <td>{stage}</td>
                <td>
                  <code>{steps[step]?.instruction}</code>
                </td>
                <td>{stepTime(report, step)}</td>
                <td>{isCritical ? 'yes' : 'no'}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </details>
  );
}
