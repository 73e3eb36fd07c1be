import type { TestProject } from 'vitest/node';
import { writePythonImage } from '../../src/app/write-python-image.ts';

/** Makes what every Python begins with once for all test files. In watch mode each makes its own, of the sources as they are then. */
export async function setup({ config, vitest }: TestProject): Promise<void> {
  if (vitest.config.watch) return;
  process.env.DRYDOCK_PYTHON_IMAGE = await writePythonImage(config.root);
}
