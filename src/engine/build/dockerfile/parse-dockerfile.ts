import { formatQuoted } from '../../../lib/go-format.ts';
import { DockerfileError, InstructionError } from './dockerfile-error.ts';
import { isTextError } from './text-error.ts';
import { detectSyntax } from './directives.ts';
import { parseFlags } from './instruction-flags.ts';
import { findComment, parseInstruction, type FrontendOptions } from './parse-instruction.ts';
import { parseNodes } from './parse-nodes.ts';
import type {
  ArgInstruction,
  DockerfileAst,
  DockerfileNode,
  Instruction,
  ParsedDockerfile,
  Stage,
} from './types.ts';

/**
 * Reads a Dockerfile: build arguments before the first FROM, then stages with their instructions.
 * @throws DockerfileError
 * @see buildkit v0.22 frontend/dockerfile/instructions/parse.go Parse, dockerfile2llb/convert.go
 */
export function parseDockerfile(text: string): ParsedDockerfile {
  const ast = parseNodes(text);
  const labs = detectSyntax(text)?.value.includes('labs') === true;
  const { metaArgs, stages } = parseStages(ast, { labs });
  if (stages.length === 0) {
    throw new DockerfileError('dockerfile contains no stages to build', { start: 0, end: 0 });
  }
  return { ...ast, metaArgs, stages };
}

/**
 * The stages of a Dockerfile already split; a file of ARGs alone has none.
 * @throws DockerfileError
 */
export function parseStages(
  ast: DockerfileAst,
  options: FrontendOptions,
): Pick<ParsedDockerfile, 'metaArgs' | 'stages'> {
  const metaArgs: ArgInstruction[] = [];
  const stages: (Stage & { readonly instructions: Instruction[] })[] = [];
  for (const node of ast.nodes) {
    if (node.name.toLowerCase() === 'from') {
      stages.push({ ...located(node, parseFrom, options), instructions: [] });
      continue;
    }
    const instruction = located(node, parseInstruction, options);
    const stage = stages.at(-1);
    if (stage) stage.instructions.push(instruction);
    else if (instruction.kind === 'arg') metaArgs.push(instruction);
    else throw new DockerfileError('no build stage in current context', node.range);
  }
  return { metaArgs, stages };
}

/**
 * Reads the instructions of an image's ONBUILD triggers.
 * @throws DockerfileError
 * @see buildkit v0.22 frontend/dockerfile/dockerfile2llb/convert.go dispatchOnBuildTriggers
 */
export function parseTrigger(expression: string): Instruction {
  const [node] = parseNodes(expression).nodes;
  if (!node) throw new DockerfileError('file with no instructions', { start: 0, end: 0 });
  return located(node, parseInstruction, { labs: false });
}

/** Puts the line before whatever is wrong with an instruction. */
function located<T>(
  node: DockerfileNode,
  parse: (node: DockerfileNode, options: FrontendOptions) => T,
  options: FrontendOptions,
): T {
  try {
    return parse(node, options);
  } catch (error) {
    if (!isTextError(error)) throw error;
    throw new DockerfileError(
      `dockerfile parse error on line ${node.range.start}: ${error.message}`,
      node.range,
    );
  }
}

const FROM_FLAGS = { platform: 'string' } as const;

function parseFrom(node: DockerfileNode): Omit<Stage, 'instructions'> {
  const name = stageName(node.args);
  const flags = parseFlags(node.flags, FROM_FLAGS);
  return {
    name,
    base: node.args[0] ?? '',
    platform: flags.text('platform'),
    comment: findComment(node.comments, name),
    range: node.range,
    original: node.original.trim(),
    node,
  };
}

function stageName(args: readonly string[]): string {
  const [, keyword, typed] = args;
  if (args.length === 1) return '';
  if (args.length !== 3 || keyword?.toLowerCase() !== 'as' || typed === undefined) {
    throw new InstructionError('FROM requires either one or three arguments');
  }
  const name = typed.toLowerCase();
  if (!/^[a-z][a-z0-9-_.]*$/.test(name)) {
    const rule = "name can't start with a number or contain symbols";
    throw new InstructionError(`invalid name for build stage: ${formatQuoted(typed)}, ${rule}`);
  }
  return name;
}
