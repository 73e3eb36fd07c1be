import { DockerfileError } from '../../engine/build/dockerfile/dockerfile-error.ts';
import { parseNodes } from '../../engine/build/dockerfile/parse-nodes.ts';
import type { DockerfileAst } from '../../engine/build/dockerfile/types.ts';

const NOTHING: DockerfileAst = { nodes: [], escape: '\\', directives: [], warnings: [] };

/** The instructions of a text that may be half written: those before the first that can't be split. */
export function nodesOf(text: string): DockerfileAst {
  for (let part = text; part.trim() !== '';) {
    try {
      return parseNodes(part);
    } catch (error) {
      if (!(error instanceof DockerfileError)) throw error;
      const shorter = part
        .split('\n')
        .slice(0, Math.max(0, error.line - 1))
        .join('\n');
      if (shorter.length >= part.length) return NOTHING;
      part = shorter;
    }
  }
  return NOTHING;
}

/** Whether what follows a text stands in a here-document. */
export function endsInHeredoc(text: string): boolean {
  try {
    parseNodes(text);
    return false;
  } catch (error) {
    return error instanceof DockerfileError && error.message === 'unterminated heredoc';
  }
}
