import './builds.css';
import { useId, useMemo, useState } from 'react';
import { FIRST_MACHINE } from '../../state/session.ts';
import type { BuildSummary } from '../../world/mirror.ts';
import type { BuildReport } from '../../world/queries/queries.ts';
import { useMirror } from '../hooks/workbench-context.ts';
import { Phrased } from '../parts/phrase.tsx';
import { showDuration, showSize } from '../parts/show-amount.ts';
import { ExploreButton } from '../world/explore-button.tsx';
import { CommandButtons } from '../world/command-buttons.tsx';
import { BuildComparison } from './build-comparison.tsx';
import { BuildSteps } from './build-steps.tsx';
import { BuildTimeline } from './build-timeline.tsx';
import { explainBuild } from './explain-text.ts';
import { useBuildReport } from './use-build-report.ts';

/** What the builds did, and why: never in the terminal, always beside it. */
export function BuildsPanel() {
  const records = useMirror((mirror) => mirror.build);
  const builds = useMemo(() => [...records.values()].sort((a, b) => b.endedMs - a.endedMs), [records]);
  const [latest] = builds;
  return (
    <section className="panel builds-panel" aria-label="Builds" id="builds">
      <h2 className="visually-hidden">Builds</h2>
      <div className="builds-scroll" tabIndex={0} role="group" aria-label="All builds">
        {latest ? <Builds key={keyOf(latest)} builds={builds} latest={latest} /> : <NoBuilds />}
      </div>
    </section>
  );
}

function NoBuilds() {
  const command = 'docker build -t friendlyhello .';
  return (
    <div className="empty-state">
      <p>
        No builds yet. After one, this panel tells what each step did, and why it ran or came from the cache.
      </p>
      <CommandButtons of={command} commands={[{ label: command, command }]} />
    </div>
  );
}

/** The latest build until another is chosen; a new build is shown at once. */
function Builds({ builds, latest }: { builds: readonly BuildSummary[]; latest: BuildSummary }) {
  const [chosen, setChosen] = useState(latest);
  const [against, setAgainst] = useState<BuildSummary>();
  const { machine, id } = chosen;
  const report = useBuildReport(machine, id, against?.id);
  const others = builds.filter((build) => build.machine === machine && build.id !== id);
  const choose = (build: BuildSummary | undefined): void => {
    setChosen(build ?? latest);
    setAgainst(undefined);
  };
  return (
    <>
      <div className="builds-choice">
        <BuildSelect label="Build" value={chosen} builds={builds} onChoose={choose} />
        {others.length > 0 && (
          <BuildSelect
            label="Compare with"
            value={against}
            builds={others}
            none="nothing"
            onChoose={setAgainst}
          />
        )}
      </div>
      {report && <BuildDetails report={report} machine={machine} />}
    </>
  );
}

interface BuildSelectProps {
  label: string;
  value: BuildSummary | undefined;
  builds: readonly BuildSummary[];
  /** What no choice is called. */
  none?: string;
  onChoose: (build: BuildSummary | undefined) => void;
}

function BuildSelect({ label, value, builds, none, onChoose }: BuildSelectProps) {
  const id = useId();
  return (
    <div className="build-select">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ? keyOf(value) : ''}
        onChange={(event) => onChoose(builds.find((build) => keyOf(build) === event.target.value))}
      >
        {none !== undefined && <option value="">{none}</option>}
        {builds.map((build) => (
          <option key={keyOf(build)} value={keyOf(build)}>
            {optionText(build)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Numbers are those of a machine. */
const keyOf = ({ machine, id }: BuildSummary): string => `${machine} ${id}`;

function optionText(build: BuildSummary): string {
  const { machine, id, name, status, startedMs, endedMs, cached, ran } = build;
  const where = machine === FIRST_MACHINE ? '' : `${machine} `;
  const end = status === 'failed' ? 'failed' : showDuration(endedMs - startedMs);
  return `${where}#${id} ${name || 'no name'}: ${end}, ${cached} cached, ${ran} ran`;
}

function BuildDetails({ report, machine }: { report: BuildReport; machine: string }) {
  const { build, critical, comparison } = report;
  const { imageId, tags, steps } = build;
  const addedBytes = steps.reduce(
    (sum, { status, sizeBytes }) => sum + (status === 'ran' ? sizeBytes : 0),
    0,
  );
  return (
    <>
      <div className="build-why" role="status" aria-label="Why">
        {explainBuild(report).map((phrase, index) => (
          <p key={index}>
            <Phrased of={phrase} />
          </p>
        ))}
      </div>
      {build.error && <p className="build-error">{build.error}</p>}
      <dl className="build-facts">
        <Fact name="Took" value={showDuration(build.endedMs - build.startedMs)} />
        {build.preparedMs !== undefined && (
          <Fact name="Getting ready" value={showDuration(build.preparedMs - build.startedMs)} />
        )}
        <Fact name="Longest chain" value={showDuration(critical.durationMs)} />
        <Fact name="New layers" value={showSize(addedBytes)} />
        <Fact name="Context" value={showSize(build.contextBytes)} />
      </dl>
      {comparison ? (
        <BuildComparison build={build} comparison={comparison} />
      ) : (
        <>
          <BuildTimeline report={report} />
          <BuildSteps build={build} critical={critical.steps} />
        </>
      )}
      {imageId && (
        <div className="build-actions">
          <ExploreButton what={{ type: 'image', id: imageId, machine }} text="Look into its layers" />
          <CommandButtons
            of="the built image"
            machine={machine}
            commands={tags.slice(0, 1).map((tag) => ({ label: 'history', command: `docker history ${tag}` }))}
          />
        </div>
      )}
    </>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
