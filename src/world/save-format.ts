/** The version of what this Drydock saves. */
export const SAVE_VERSION = 4;

type Manifest = Readonly<Record<string, unknown>>;

/**
 * What makes a manifest of one version into the next one's, by the version it begins at. They stay for good, as they were: what a learner saved once
 * opens in every later Drydock.
 */
export const MIGRATIONS: Readonly<Record<number, (manifest: Manifest) => Manifest>> = {
  // At first a lesson was saved as its id alone; and nothing was noted of what was run.
  1: ({ lesson, ...rest }) => ({
    ...rest,
    journal: [],
    ...(typeof lesson === 'object' && lesson ? { lesson } : {}),
  }),
  // The state was one text, and each container had its tree's list of chunks.
  2: ({ others, ...first }) => ({
    ...inPieces(first),
    ...(Array.isArray(others) ? { others: (others as Manifest[]).map(inPieces) } : {}),
  }),
  // The manifest listed all containers.
  3: ({ others, ...first }) => ({
    ...listed(first),
    ...(Array.isArray(others) ? { others: (others as Manifest[]).map(listed) } : {}),
  }),
};

function listed(machine: Manifest): Manifest {
  const { trees, containers, ...rest } = machine;
  return Array.isArray(containers) ? { ...rest, containers: { listed: containers, trees } } : machine;
}

function inPieces(machine: Manifest): Manifest {
  const { state, containers, ...rest } = machine;
  if (typeof state !== 'string') return machine;
  const each = (containers ?? []) as readonly { readonly tree: unknown }[];
  return {
    ...rest,
    state: { whole: state },
    trees: each.map(({ tree }) => tree),
    containers: each.map((container, index) => ({ ...container, tree: index })),
  };
}

/** A parsed manifest, as this version has it. @throws Error that says what is wrong, for the learner */
export function migrated(manifest: unknown, migrations = MIGRATIONS, newest = SAVE_VERSION): Manifest {
  if (typeof manifest !== 'object' || manifest === null) throw new Error('this is not a saved machine');
  let current = manifest as Manifest;
  for (;;) {
    const { version } = current;
    if (version === newest) return current;
    if (typeof version === 'number' && version > newest)
      throw new Error(`a newer Drydock saved it (format ${version}): reload the page to get that one`);
    const migrate = typeof version === 'number' ? migrations[version] : undefined;
    if (!migrate) throw new Error(`its format is not known (${String(version)})`);
    current = { ...migrate(current), version: (version as number) + 1 };
  }
}

const MOST_MACHINES = 9;
/** The year 10000: dates are not written beyond it. */
const MOST_MS = 253_402_300_800_000;

/**
 * Looks at what nothing else would stumble over before a world is made of it: a file from elsewhere may hold anything.
 * @throws Error that says which part makes no sense
 */
export function checkOutline(manifest: Manifest): void {
  const { seed, nowMs, terminals, journal = [], others = [] } = manifest;
  const isTime = typeof nowMs === 'number' && nowMs >= 0 && nowMs < MOST_MS;
  const wrong =
    (!Number.isFinite(seed) && 'seed') ||
    (!isTime && 'time') ||
    (!(isObject(terminals) && Object.values(terminals).every(isTerminal)) && 'terminals') ||
    (!(Array.isArray(journal) && journal.every(isEntry)) && 'commands') ||
    (!(Array.isArray(others) && others.length < MOST_MACHINES) && 'machines');
  if (wrong) throw new Error(`a part of the saved state makes no sense (${wrong})`);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isTerminal = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.cwd === 'string' &&
  Array.isArray(value.history) &&
  value.history.every((line) => typeof line === 'string');

const isEntry = (value: unknown): boolean =>
  isObject(value) && typeof value.line === 'string' && ['string', 'undefined'].includes(typeof value.machine);
