import type { MarkerRecord } from '../../world/mirror.ts';
import type { Diagnostic } from '../../world/queries/queries.ts';

/** Problems of the text at hand, with those of the last build that the text alone does not show; one per line and message. */
export function mergeProblems(
  found: readonly Diagnostic[],
  built: readonly MarkerRecord[],
  lines: readonly string[],
): Diagnostic[] {
  const known = new Set(found.map(({ startLine, message }) => `${startLine} ${message}`));
  const fromBuild = built
    .filter(({ startLine, message }) => !known.has(`${startLine} ${message}`))
    .map(({ startLine, endLine, severity, message }): Diagnostic => {
      const endColumn = (lines[endLine - 1]?.length ?? 0) + 1;
      return { startLine, startColumn: 1, endLine, endColumn, severity, message };
    });
  return [...found, ...fromBuild].sort((a, b) => a.startLine - b.startLine);
}
