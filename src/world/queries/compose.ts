import type { Filters } from '../../api/engine-api.ts';
import { ApiError } from '../../api/api-error.ts';
import { CliError } from '../../cli/cli-error.ts';
import { LABEL } from '../../cli/compose/labels.ts';
import type { ComposeHost } from '../../cli/compose/load-options.ts';
import { SysError } from '../../kernel/errno.ts';
import { completeCompose } from '../compose/complete.ts';
import { diagnoseCompose } from '../compose/diagnose.ts';
import { hoverCompose } from '../compose/hover.ts';
import type { Surroundings } from '../compose/surroundings.ts';
import { LOGIN_ENVIRONMENT } from '../run-commands.ts';
import { listFolder } from './files.ts';
import { registryNames } from './dockerfile.ts';
import { viewOf } from './place.ts';
import type { QueryContext, QueryHandler } from './query.ts';

export const completeComposeFile: QueryHandler<'complete'> = (context, { path, text, line, column }) =>
  completeCompose(text, line, column, surroundingsOf(context, path));

export const composeHover: QueryHandler<'composeHover'> = async (context, { path, text, line, column }) => {
  const hover = await hoverCompose(text, line, column, surroundingsOf(context, path));
  return hover ? { hover } : {};
};

export const composeDiagnostics: QueryHandler<'diagnostics'> = (context, { path, text }) =>
  diagnoseCompose(path, text, hostOf(context, folderOf(path)));

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** The first machine as Compose finds it when root works in a folder. */
function hostOf(context: QueryContext, cwd: string): ComposeHost {
  const view = viewOf(context, 'machine');
  return {
    cwd,
    env: LOGIN_ENVIRONMENT,
    home: LOGIN_ENVIRONMENT['HOME'] ?? '/',
    readFile: (path) => {
      try {
        return view.readText(path);
      } catch (error) {
        if (error instanceof SysError) throw new CliError(`open ${path}: ${error.message.toLowerCase()}`);
        throw error;
      }
    },
    kindOf: (path) => {
      const type = view.statIfAny(path)?.type;
      return type === undefined ? undefined : type === 'directory' ? 'directory' : 'file';
    },
    readStdin: () => Promise.resolve(''),
    warn: () => undefined,
  };
}

function surroundingsOf(context: QueryContext, path: string): Surroundings {
  const { api } = context.machine.engine;
  const folder = folderOf(path);
  return {
    ...registryNames(context),
    files: (inner) => filesIn(context, inner === '' ? folder : `${folder}/${inner}`),
    localImages: async () => {
      const images = await api.ImageList();
      return new Map(
        images.flatMap(({ RepoTags, Size }) => (RepoTags ?? []).map((tag) => [tag, Size] as const)),
      );
    },
    exposedPorts: async (image) => {
      const found = await api.ImageInspect(image).catch(orNone);
      return Object.keys(found?.Config?.ExposedPorts ?? {})
        .filter((port) => !port.endsWith('/udp'))
        .map(Number.parseFloat);
    },
    takenPorts: async () => {
      const containers = await api.ContainerList();
      return new Map(
        containers.flatMap(({ Names, Ports }) =>
          Ports.flatMap(({ PublicPort }) =>
            PublicPort === undefined ? [] : [[PublicPort, (Names[0] ?? '').slice(1)] as const],
          ),
        ),
      );
    },
    networks: async () => (await api.NetworkList()).map(({ Name }) => Name),
    volumes: async () => (await api.VolumeList()).Volumes.map(({ Name }) => Name),
    containersOf: async (service) => {
      const filters: Filters = { label: [`${LABEL.service}=${service}`, `${LABEL.workingDir}=${folder}`] };
      const containers = await api.ContainerList({ all: true, filters });
      return containers.map(({ Names, State, Status }) => {
        const health = /\((healthy|unhealthy|health: starting)\)/.exec(Status)?.[0];
        return { name: (Names[0] ?? '').slice(1), state: health ? `${State} ${health}` : State };
      });
    },
  };
}

/** An image that is not there says nothing. */
function orNone(error: unknown): undefined {
  if (error instanceof ApiError) return undefined;
  throw error;
}

function filesIn(context: QueryContext, folder: string): { name: string; isFolder: boolean }[] {
  try {
    return listFolder(viewOf(context, 'machine'), folder).map(({ name, type }) => ({
      name,
      isFolder: type === 'directory',
    }));
  } catch (error) {
    if (error instanceof SysError) return [];
    throw error;
  }
}
