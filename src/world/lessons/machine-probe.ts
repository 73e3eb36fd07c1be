import type { Probe, Topic } from '../../api/probe.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { hostView } from '../machine-image.ts';
import type { Machine } from '../machine.ts';
import type { LearnerLog } from './learner-log.ts';

/** What a lesson may see of a machine. `fileRevision` counts what may have changed a file. */
export function createProbe(machine: Machine, log: LearnerLog, fileRevision: () => number): Probe {
  return {
    engine: machine.engine.api,
    readFile: async (place, path) => {
      const [view, at] = await placeOf(machine, place, path);
      return view?.statIfAny(at)?.type === 'file' ? view.readText(at) : undefined;
    },
    requests: log.requests,
    builds: log.builds,
    commands: log.commands,
    answers: log.answers,
    version: (topic) => versionOf(machine, topic) ?? (topic === 'files' ? fileRevision() : log.revision),
  };
}

/** The files of a place and the path in them; no files where there is no such place. */
async function placeOf(
  machine: Machine,
  place: string,
  path: string,
): Promise<[FileView | undefined, string]> {
  const { kernel, engine } = machine;
  const [kind, name = ''] = place.split(':');
  if (kind === 'volume') {
    const volume = await engine.api.VolumeInspect(name).catch(() => undefined);
    return [volume && hostView(kernel), `${volume?.Mountpoint ?? ''}${path}`];
  }
  if (kind !== 'container') return [hostView(kernel), path];
  const found = (await engine.api.ContainerList({ all: true })).find(({ Names }) =>
    Names.includes(`/${name}`),
  );
  const cell = found && engine.context.containers.get(found.Id);
  return [cell && kernel.viewAsRoot(kernel.createMountTable({ fs: cell.fs, ino: cell.fs.root })), path];
}

function versionOf({ engine }: Machine, topic: Topic): unknown {
  const { state } = engine.store;
  switch (topic) {
    case 'containers':
      return state.containers;
    case 'images':
      return state.tags;
    case 'volumes':
      return state.volumes;
    case 'networks':
      return state.networks;
    // What is absent is a value too: no swarm.
    case 'swarm':
      return state.swarm ?? 'none';
    default:
      return undefined;
  }
}
