/** Loads each thing once. One that failed is tried again when next asked for. */
export function createAssetCache<Name extends string, T>(
  load: (name: Name) => Promise<T>,
): (name: Name) => Promise<T> {
  const cache = new Map<Name, Promise<T>>();
  return (name) => {
    const known = cache.get(name);
    if (known) return known;
    const loading = load(name);
    cache.set(name, loading);
    loading.catch(() => cache.delete(name));
    return loading;
  };
}
