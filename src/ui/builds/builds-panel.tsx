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
  // Those of the machine that has the editor's files.
  const builds = useMemo(
    () =>
      [...records.values()]
        .filter(({ machine }) => machine === FIRST_MACHINE)
        .sort((a, b) => Number(b.id) - Number(a.id)),
    [records],
  );
  const [latest] = builds;
  return (
    <section className="panel builds-panel" aria-label="Builds" id="builds">
      <h2 className="visually-hidden">Builds</h2>
      <div className="builds-scroll" tabIndex={0} role="group" aria-label="Builds of this machine">
        {latest ? <Builds key={latest.id} builds={builds} latest={latest} /> : <NoBuilds />}
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
  const [chosen, setChosen] = useState(latest.id);
  const [against, setAgainst] = useState<string>();
  const report = useBuildReport(chosen, against);
  const others = builds.filter(({ id }) => id !== chosen);
  const choose = (id: string): void => {
    setChosen(id);
    if (id === against) setAgainst(undefined);
  };
  return (
    <>
      <div className="builds-choice">
        <BuildSelect label="Build" value={chosen} builds={builds} onChoose={choose} />
        {others.length > 0 && (
          <BuildSelect
            label="Compare with"
            value={against ?? ''}
            builds={others}
            none="nothing"
            onChoose={(id) => setAgainst(id || undefined)}
          />
        )}
      </div>
      {report && <BuildDetails report={report} />}
    </>
  );
}

interface BuildSelectProps {
  label: string;
  value: string;
  builds: readonly BuildSummary[];
  /** What no choice is called. */
  none?: string;
  onChoose: (id: string) => void;
}

function BuildSelect({ label, value, builds, none, onChoose }: BuildSelectProps) {
  const id = useId();
  return (
    <div className="build-select">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {builds.map((build) => (
          <option key={build.id} value={build.id}>
            {optionText(build)}
          </option>
        ))}
      </select>
    </div>
  );
}

function optionText({ id, name, status, startedMs, endedMs, cached, ran }: BuildSummary): string {
  const end = status === 'failed' ? 'failed' : showDuration(endedMs - startedMs);
  return `#${id} ${name || 'no name'}: ${end}, ${cached} cached, ${ran} ran`;
}

function BuildDetails({ report }: { report: BuildReport }) {
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
          <ExploreButton what={{ type: 'image', id: imageId }} text="Look into its layers" />
          <CommandButtons
            of="the built image"
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
