import { ApiError } from '../api/api-error.ts';
import type { EngineApi } from '../api/engine-api.ts';
import { NAMESPACE_LABEL } from './commands/stack/namespace.ts';
import { LABEL } from './compose/labels.ts';

/** Names that commands take, kind by kind; without a swarm there are none of its own. */
export async function containers(api: EngineApi, all: boolean): Promise<string[]> {
  return (await api.ContainerList({ all })).flatMap(({ Names }) => Names.map((name) => name.slice(1)));
}

/** `alpine` for `alpine:latest`, unless a tag was begun. */
export async function images(api: EngineApi, current: string): Promise<string[]> {
  const tags = (await api.ImageList()).flatMap(({ RepoTags }) => RepoTags ?? []);
  return current.includes(':') ? tags : tags.map((tag) => tag.replace(/:latest$/, ''));
}

export async function networks(api: EngineApi): Promise<string[]> {
  return (await api.NetworkList()).map(({ Name }) => Name);
}

export async function volumes(api: EngineApi): Promise<string[]> {
  return (await api.VolumeList()).Volumes.map(({ Name }) => Name);
}

export function services(api: EngineApi): Promise<string[]> {
  return inSwarm(async () => (await api.ServiceList({})).map(({ Spec }) => Spec.Name));
}

export function nodes(api: EngineApi): Promise<string[]> {
  return inSwarm(async () => (await api.NodeList()).map(({ Description }) => Description.Hostname));
}

export function secrets(api: EngineApi): Promise<string[]> {
  return inSwarm(async () => (await api.SecretList()).map(({ Spec }) => Spec.Name));
}

export function configs(api: EngineApi): Promise<string[]> {
  return inSwarm(async () => (await api.ConfigList()).map(({ Spec }) => Spec.Name));
}

export function stacks(api: EngineApi): Promise<string[]> {
  return inSwarm(async () => {
    const names = (await api.ServiceList({})).flatMap(({ Spec }) => Spec.Labels?.[NAMESPACE_LABEL] ?? []);
    return [...new Set(names)];
  });
}

/** Services of Compose that have a container, of whatever project. */
export async function composeServices(api: EngineApi): Promise<string[]> {
  const found = (await api.ContainerList({ all: true })).flatMap(({ Labels }) => Labels[LABEL.service] ?? []);
  return [...new Set(found)];
}

/** Who is no manager can't list anything of a swarm. */
async function inSwarm(list: () => Promise<string[]>): Promise<string[]> {
  try {
    return await list();
  } catch (error) {
    if (error instanceof ApiError) return [];
    throw error;
  }
}
