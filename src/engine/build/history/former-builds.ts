import type { BuildRecord } from '../../../api/build-history-types.ts';
import type { EngineState } from '../../state.ts';

/** The remembered builds, newest first. */
export function formerBuilds(state: EngineState): BuildRecord[] {
  return [...state.builds].map(([, build]) => build).sort((a, b) => Number(b.id) - Number(a.id));
}
