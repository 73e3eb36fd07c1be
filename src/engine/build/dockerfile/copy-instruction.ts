import { InstructionError } from './dockerfile-error.ts';
import { chompHeredoc, parseHeredoc } from './heredoc.ts';
import { parseFlags, type FlagKind, type InstructionFlags } from './instruction-flags.ts';
import type { DockerfileNode, SourceContent, SourcesAndDestination } from './types.ts';

type Flags = Readonly<Record<string, FlagKind>>;

const COMMON_FLAGS: Flags = { chown: 'string', chmod: 'string', link: 'bool' };

/** The flags of an instruction, its own and those of both. */
export const copyFlags = (own: Flags, labs: boolean): Flags => ({
  ...COMMON_FLAGS,
  ...own,
  ...(labs ? { exclude: 'strings' } : {}),
});

/** ADD and COPY without what only one of them has. */
interface CopyParts extends SourcesAndDestination {
  readonly flags: InstructionFlags;
}

/**
 * Reads what ADD and COPY have in common.
 * @param known by `copyFlags`
 * @throws InstructionError
 * @see buildkit v0.22 frontend/dockerfile/instructions/parse.go parseSourcesAndDest
 */
export function parseCopyParts(node: DockerfileNode, name: 'ADD' | 'COPY', known: Flags): CopyParts {
  if (node.args.length < 2) {
    const reason = 'but only one was provided. Destination could not be determined';
    throw new InstructionError(`${name} requires at least two arguments, ${reason}`);
  }
  const flags = parseFlags(node.flags, known);
  const dest = node.args.at(-1) ?? '';
  if (parseHeredoc(dest)) throw new InstructionError(`${name} cannot accept a heredoc as a destination`);
  const { sources, contents } = splitSources(node);
  return {
    sources,
    contents,
    dest,
    chown: flags.text('chown'),
    chmod: flags.text('chmod'),
    link: flags.isSet('link'),
    exclude: flags.list('exclude'),
    flags,
  };
}

function splitSources(node: DockerfileNode): Pick<SourcesAndDestination, 'sources' | 'contents'> {
  const sources: string[] = [];
  const contents: SourceContent[] = [];
  for (const source of node.args.slice(0, -1)) {
    const opener = parseHeredoc(source);
    if (!opener) {
      sources.push(source);
      continue;
    }
    const content = node.heredocs.findLast((heredoc) => heredoc.name === opener.name)?.content ?? '';
    const data = opener.chomp ? chompHeredoc(content) : content;
    contents.push({ path: opener.name, data, expand: opener.expand });
  }
  return { sources, contents };
}
