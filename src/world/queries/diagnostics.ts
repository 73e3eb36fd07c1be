import type { Diagnostic } from './queries.ts';
import type { QueryHandler } from './query.ts';

/** Problems of a Dockerfile's text; other files have none. */
export const diagnostics: QueryHandler<'diagnostics'> = async (_context, { path, text }) => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!/^Dockerfile(\..*)?$|\.Dockerfile$/i.test(name)) return [];
  const [{ diagnoseDockerfile }, { quickFix }] = await Promise.all([
    import('../../engine/build/diagnose.ts'),
    import('../dockerfile/quick-fix.ts'),
  ]);
  const lines = text.split('\n');
  return diagnoseDockerfile(text).map((problem): Diagnostic => {
    const { startLine, endLine, severity, message, url } = problem;
    const fix = quickFix(text, problem);
    const last = lines[endLine - 1] ?? '';
    return {
      startLine,
      startColumn: 1,
      endLine,
      endColumn: last.length + 1,
      severity,
      message,
      ...(url ? { url } : {}),
      ...(fix ? { fix } : {}),
    };
  });
};
