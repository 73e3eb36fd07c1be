import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../world/queries/queries.ts';
import { mergeProblems } from './problems.ts';

const typo: Diagnostic = {
  startLine: 2,
  startColumn: 1,
  endLine: 2,
  endColumn: 6,
  severity: 'error',
  message: 'unknown instruction: COPPY',
};

describe('mergeProblems', () => {
  it('adds what only the build saw, once, in the order of lines', () => {
    const built = [
      { path: '/d', startLine: 2, endLine: 2, severity: 'error' as const, message: typo.message },
      { path: '/d', startLine: 1, endLine: 1, severity: 'error' as const, message: 'nosuch: not found' },
    ];
    expect(mergeProblems([typo], built, ['FROM nosuch', 'COPPY'])).toEqual([
      {
        startLine: 1,
        startColumn: 1,
        endLine: 1,
        endColumn: 12,
        severity: 'error',
        message: 'nosuch: not found',
      },
      typo,
    ]);
  });
});
