import type { Diagnostic } from './queries.ts';
import type { QueryHandler } from './query.ts';

/** What `docker compose` reads, by its name; other YAML is not its business. */
const COMPOSE_FILE = /^(docker-)?compose([.-].*)?\.ya?ml$/i;

/** Problems of the text of a Dockerfile or a compose file; other files have none. */
export const diagnostics: QueryHandler<'diagnostics'> = async (context, { path, text }) => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (COMPOSE_FILE.test(name))
    return (await import('./compose.ts')).composeDiagnostics(context, { path, text });
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
