import type { Process } from '../../kernel/process.ts';
import { textCalls } from './host/text-calls.ts';
import { LIBRARY } from './lib/library.ts';
import { PRELUDE } from './lib/prelude.ts';
import { START } from './lib/start.ts';
import { PACKAGES } from './pip/catalogue.ts';
import { IMAGE_LIBRARY } from './places.ts';
import { makeImage, unpackImage, type PythonImage } from './runtime/python-image.ts';
import { transformSource } from './transform/transform-source.ts';

/** The library's sources and those of packages, by the path where an image has them. */
export const SHIPPED_SOURCES: ReadonlyMap<string, string> = new Map(
  [
    ...[...LIBRARY].map(([path, source]) => [`${IMAGE_LIBRARY}/${path}`, source] as const),
    ...PACKAGES.flatMap(({ files }) =>
      [...files].map(([path, source]) => [`${IMAGE_LIBRARY}/site-packages/${path}`, source] as const),
    ),
  ].filter(([path, source]) => path.endsWith('.py') && source !== ''),
);

/** What every Python begins with: of the page's own files, else made here (half a second). @see src/app/write-python-image.ts */
export function pythonImage(proc: Process, module: WebAssembly.Module): Promise<PythonImage> {
  image ??= proc.asset('python-image').then(unpackImage, () => makePythonImage(module));
  return image;
}

let image: Promise<PythonImage> | undefined;

export function makePythonImage(module: WebAssembly.Module): Promise<PythonImage> {
  const modules = [...SHIPPED_SOURCES].map(
    ([path, source]) => [path, transformSource(source, 'library').code] as const,
  );
  return makeImage(module, { prelude: PRELUDE + START, modules: new Map(modules), calls: textCalls });
}
