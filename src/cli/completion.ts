import type { EngineApi } from '../api/engine-api.ts';
import { findCommand, flagNames, subcommands, topLevel } from './command-tree.ts';

/** Candidates for the last of these words, the first of which is `docker`. */
export async function completeDocker(words: readonly string[], api: EngineApi): Promise<string[]> {
  const before = words.slice(1, -1);
  const current = words.at(-1) ?? '';
  if (before.length === 0) return topLevel().map((entry) => entry.name);
  const found = findCommand(before);
  if (found.kind === 'group') return subcommands(found.group.name).map((command) => command.name);
  if (found.kind === 'unknown') return [];
  if (current.startsWith('-')) return flagNames(found.command);
  return namesFor(found.command.use, found.command.name, api);
}

async function namesFor(use: string, name: string, api: EngineApi): Promise<string[]> {
  if (/CONTAINER/.test(use)) {
    const running = ['exec', 'stop', 'kill', 'pause', 'attach', 'top', 'port'].includes(name);
    return (await api.ContainerList({ all: !running })).flatMap((container) =>
      container.Names.map((text) => text.slice(1)),
    );
  }
  if (/IMAGE|REPOSITORY/.test(use))
    return (await api.ImageList())
      .flatMap((image) => image.RepoTags ?? [])
      .map((tag) => tag.replace(/:latest$/, ''));
  if (/NETWORK/.test(use)) return (await api.NetworkList()).map((network) => network.Name);
  if (/VOLUME/.test(use)) return (await api.VolumeList()).Volumes.map((volume) => volume.Name);
  return [];
}
