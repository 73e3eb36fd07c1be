import type { BuildRecord } from '../../api/build-history-types.ts';
import { compareBuilds } from '../../engine/build/history/compare-builds.ts';
import { criticalPath } from '../../engine/build/history/critical-path.ts';
import { rerunCauses } from '../../engine/build/history/rerun-causes.ts';
import type { BuildView } from './queries.ts';
import { QueryRefused, type QueryContext, type QueryHandler } from './query.ts';

/** @throws QueryRefused for a build that is no longer remembered */
export const buildReport: QueryHandler<'build'> = (context, { id, against }) => {
  const build = findBuild(context, id);
  const former = against === undefined ? undefined : findBuild(context, against);
  return {
    build: viewOf(build),
    causes: rerunCauses(build),
    critical: criticalPath(build),
    ...(former ? { comparison: { with: viewOf(former), steps: compareBuilds(former, build) } } : {}),
  };
};

function findBuild({ machine }: QueryContext, id: string): BuildRecord {
  const build = machine.engine.store.state.builds.get(id);
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
