import type { BuildRecord } from '../../api/build-history-types.ts';
import type { Engine } from '../../engine/create-engine.ts';
import { compareBuilds } from '../../engine/build/history/compare-builds.ts';
import { criticalPath } from '../../engine/build/history/critical-path.ts';
import { rerunCauses } from '../../engine/build/history/rerun-causes.ts';
import type { BuildView } from './queries.ts';
import { QueryRefused, type QueryHandler } from './query.ts';

/** @throws QueryRefused for a build that is no longer remembered */
export const buildReport: QueryHandler<'build'> = ({ machines }, { machine, id, against }) => {
  const engine = machines.find(({ name }) => name === machine)?.engine;
  const build = findBuild(engine, id);
  const former = against === undefined ? undefined : findBuild(engine, against);
  return {
    build: viewOf(build),
    causes: rerunCauses(build),
    critical: criticalPath(build),
    ...(former ? { comparison: { with: viewOf(former), steps: compareBuilds(former, build) } } : {}),
  };
};

function findBuild(engine: Engine | undefined, id: string): BuildRecord {
  const build = engine?.store.state.builds.get(id);
  if (!build) throw new QueryRefused('That build is no longer remembered.');
  return build;
}

/** Without what only comparing needs. */
export function viewOf(build: BuildRecord): BuildView {
  const steps = build.steps.map(({ inputs, ...step }) => {
    void inputs;
    return step;
  });
  return { ...build, steps };
}
