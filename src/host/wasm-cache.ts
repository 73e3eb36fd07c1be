import type { WasmName } from './host.ts';

/** Compiles each module once. One that failed is tried again when next asked for. */
export function createWasmCache(
  load: (name: WasmName) => Promise<WebAssembly.Module>,
): (name: WasmName) => Promise<WebAssembly.Module> {
  const cache = new Map<WasmName, Promise<WebAssembly.Module>>();
  return (name) => {
    const known = cache.get(name);
    if (known) return known;
    const loading = load(name);
    cache.set(name, loading);
    loading.catch(() => cache.delete(name));
    return loading;
  };
}
