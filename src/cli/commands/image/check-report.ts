import type { BuildWarning } from '../../../api/build-types.ts';
import { sourceExcerpt } from '../../progress/build-error-text.ts';

/** What `--check` prints. @see docker/buildx v0.24 commands/build.go printResult; buildkit v0.22 frontend/subrequests/lint/lint.go PrintTo */
export function checkReport(
  warnings: readonly BuildWarning[],
  file: { readonly name: string; readonly text: string },
): string {
  if (warnings.length === 0) return 'Check complete, no warnings found.\n';
  const count = warnings.length === 1 ? '1 warning has' : `${warnings.length} warnings have`;
  const found = [...warnings].sort((one, other) => one.startLine - other.startLine);
  return `Check complete, ${count} been found!\n${found.map((warning) => described(warning, file)).join('')}`;
}

function described(
  { rule, url, message, startLine, endLine }: BuildWarning,
  { name, text }: { readonly name: string; readonly text: string },
): string {
  const where = sourceExcerpt({ filename: name, source: text, startLine, endLine });
  return `\nWARNING: ${rule}${url ? ` - ${url}` : ''}\n${message}\n${where}\n`;
}
