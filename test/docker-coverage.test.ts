import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { clientCoverage, coveragePage } from '../src/cli/coverage.ts';
import { formatKnownDifferences, readKnownDifferences } from './conformance/known-differences.ts';

it('public/docs/docker-coverage.md is what the tables say (npm run coverage:docker writes it)', () => {
  const page = readFileSync('public/docs/docker-coverage.md', 'utf8');
  expect(page).toBe(coveragePage(clientCoverage()) + formatKnownDifferences(readKnownDifferences()));
});
