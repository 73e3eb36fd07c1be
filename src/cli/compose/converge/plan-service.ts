/** A container of a service as it is. */
export interface Observed {
  readonly id: string;
  readonly number: number;
  /** In seconds since the epoch. */
  readonly created: number;
  readonly state: string;
  /** What it was made from: the hash of the service, and the image's ID. */
  readonly configHash: string;
  readonly image: string;
  /** IDs of networks and names of volumes that it has. */
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
}

/** What the containers of a service should be. */
export interface Desired {
  readonly scale: number;
  readonly configHash: string;
  readonly image: string;
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
}

/** Which containers are made anew: those that differ, all, or none. */
export type RecreatePolicy = 'diverged' | 'force' | 'never';

export type ServiceStep =
  | { readonly kind: 'remove' | 'recreate' | 'keep' | 'start'; readonly id: string }
  | { readonly kind: 'create'; readonly number: number };

/**
 * What has to be done so that a service has the containers that it should have. What differs goes first where there are too many, then the highest numbers;
 * new ones are numbered on from the highest.
 * @see docker/compose v2.36.2 pkg/compose/convergence.go ensureService
 */
export function planService(
  desired: Desired,
  observed: readonly Observed[],
  policy: RecreatePolicy,
): ServiceStep[] {
  const isObsolete = (container: Observed): boolean => mustRecreate(desired, container, policy);
  const order = [...observed].sort(
    (a, b) => Number(isObsolete(a)) - Number(isObsolete(b)) || compareNumbers(a, b),
  );
  const steps = order.map((container, index): ServiceStep => {
    if (index >= desired.scale) return { kind: 'remove', id: container.id };
    if (isObsolete(container)) return { kind: 'recreate', id: container.id };
    return { kind: RESTING.has(container.state) ? 'keep' : 'start', id: container.id };
  });
  const next = Math.max(0, ...observed.map(({ number }) => number).filter(Number.isFinite)) + 1;
  const missing = Math.max(0, desired.scale - observed.length);
  return [
    ...steps,
    ...Array.from({ length: missing }, (_, index): ServiceStep => ({ kind: 'create', number: next + index })),
  ];
}

/** States that the step of starting, which follows, sees to. */
const RESTING = new Set(['running', 'created', 'restarting', 'exited']);

function compareNumbers(a: Observed, b: Observed): number {
  const known = Number.isFinite(a.number) && Number.isFinite(b.number);
  return known ? a.number - b.number : b.created - a.created;
}

/** @see docker/compose v2.36.2 pkg/compose/convergence.go mustRecreate */
function mustRecreate(desired: Desired, actual: Observed, policy: RecreatePolicy): boolean {
  if (policy !== 'diverged') return policy === 'force';
  if (actual.configHash !== desired.configHash || actual.image !== desired.image) return true;
  const lacks = (wanted: readonly string[], has: readonly string[]): boolean =>
    wanted.some((one) => !has.includes(one));
  if (actual.state === 'running' && lacks(desired.networks, actual.networks)) return true;
  return lacks(desired.volumes, actual.volumes);
}
