import { writeFileSync } from 'node:fs';
import { clientCoverage, coveragePage } from '../../src/cli/coverage.ts';
import { formatKnownDifferences, readKnownDifferences } from '../conformance/known-differences.ts';

/** `npm run coverage:docker`: prints how each command and flag is treated, and writes the page about it. */
for (const { path, treatment, flags } of clientCoverage()) {
  console.log(`${treatment.padEnd(9)}docker ${path}`);
  for (const flag of flags) console.log(`${flag.treatment.padEnd(9)}  ${flag.name}`);
}
writeFileSync(
  'public/docs/docker-coverage.md',
  coveragePage(clientCoverage()) + formatKnownDifferences(readKnownDifferences()),
);
