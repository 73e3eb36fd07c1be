import type { Store } from '../engine-context.ts';

/** Name → ID of every container, following the state: so that a name is found at no cost among thousands. */
export function followNames(store: Store): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [id, { name }] of store.state.containers) names.set(name, id);
  store.subscribe(({ containerChanges }) => {
    const changes = containerChanges();
    for (const { before: old, after } of changes) if (old && old.name !== after?.name) names.delete(old.name);
    for (const { key, after } of changes) if (after) names.set(after.name, key);
  });
  return names;
}
