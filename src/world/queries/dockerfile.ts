import { parseImageReference } from '../../lib/image-reference.ts';
import { formerBuilds } from '../../engine/build/history/former-builds.ts';
import { completeDockerfile, type CompletionSources } from '../dockerfile/complete.ts';
import { formatText } from '../dockerfile/format.ts';
import { INSTRUCTION_WORDS } from '../dockerfile/instruction-words.ts';
import { lastBuildOf } from '../dockerfile/match-steps.ts';
import { nodesOf } from '../dockerfile/nodes-of.ts';
import type { DockerfileNode } from '../../engine/build/dockerfile/types.ts';
import { viewOf as withoutInputs } from './build-report.ts';
import { contextOf } from './context-report.ts';
import type { Lines } from './queries.ts';
import type { QueryContext, QueryHandler } from './query.ts';
import { ownEntry } from '../../lib/table.ts';

export const complete: QueryHandler<'complete'> = (context, { path, text, line, column }) =>
  completeDockerfile(text, line, column, sourcesOf(context, path));

const sourcesOf = (context: QueryContext, path: string): CompletionSources => ({
  ...registryNames(context),
  files: (folder) => childrenOf(contextOf(context, path), folder),
});

/** What the machine's registry has. */
export function registryNames(context: QueryContext): Pick<CompletionSources, 'images' | 'tags'> {
  const { registry } = context.machine.engine.context;
  const names = async (repository: string, wanted: boolean): Promise<readonly string[]> => {
    const available = await registry.available(parseImageReference(repository));
    return available && (available.repository !== undefined) === wanted ? available.names : [];
  };
  return {
    // Asked for what is not there, the hub tells what is.
    images: () => names('drydock/nothing-of-that-name', false),
    tags: (repository) => names(repository, true).catch(() => []),
  };
}

/** What is directly in a folder of the context that would be sent, folders first. */
function childrenOf(
  paths: readonly { path: string; type: string }[],
  folder: string,
): { name: string; isFolder: boolean }[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return paths
    .filter(({ path }) => path.startsWith(prefix) && !path.slice(prefix.length).includes('/'))
    .map(({ path, type }) => ({ name: path.slice(prefix.length), isFolder: type === 'directory' }))
    .sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || (a.name < b.name ? -1 : 1));
}

export const outline: QueryHandler<'outline'> = ({ machine }, { path, text }) => {
  const { nodes } = nodesOf(text);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const last = lastBuildOf(formerBuilds(machine.engine.store.state), name, nodes);
  return {
    stages: stageLines(nodes),
    instructions: nodes.map((node, index) => {
      const step = last?.steps.get(index);
      return {
        name: node.name.toUpperCase(),
        startLine: node.range.start,
        endLine: node.range.end,
        ...(step === undefined ? {} : { step }),
      };
    }),
    ...(last ? { build: withoutInputs(last.build) } : {}),
  };
};

/** Each from its FROM to the last instruction before the next one. */
function stageLines(nodes: readonly DockerfileNode[]): Lines[] {
  const stages: Lines[] = [];
  for (const { name, range } of nodes) {
    const current = stages.at(-1);
    if (name.toLowerCase() === 'from') stages.push({ startLine: range.start, endLine: range.end });
    else if (current) current.endLine = range.end;
  }
  return stages;
}

export const instructionWords: QueryHandler<'instructionWords'> = (_context, { name }) => {
  const key = name.toLowerCase();
  const words = ownEntry(INSTRUCTION_WORDS, key);
  return words ? { words } : {};
};

export const formatDockerfile: QueryHandler<'formatDockerfile'> = (_context, { text }) => ({
  text: formatText(text),
});
