/** The version of what this Drydock saves. */
export const SAVE_VERSION = 3;

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
};

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
