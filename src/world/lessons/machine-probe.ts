import type { Probe, Topic } from '../../api/probe.ts';
import { treeOf } from '../../engine/content/layers.ts';
import { lookUpImage } from '../../engine/images/find-image.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { MemFs } from '../../kernel/files/mem-fs.ts';
import { toText } from '../../lib/bytes.ts';
import { hostView } from '../machine-image.ts';
import type { Machine } from '../machine.ts';
import type { LearnerLog } from './learner-log.ts';
import { findByName, networkProbe } from './network-probe.ts';

/** Bytes of a file that a check reads: it looks again and again, and a program may have a hundred million. */
const MOST_READ = 1024 * 1024;

/** What a lesson may see of a machine. `fileRevision` counts what may have changed a file. */
export function createProbe(machine: Machine, log: LearnerLog, fileRevision: () => number): Probe {
  return {
    engine: machine.engine.api,
    network: networkProbe(machine),
    readFile: async (place, path) => {
      const [view, at] = await placeOf(machine, place, path);
      if (view?.statIfAny(at)?.type !== 'file') return undefined;
      const { fs, ino } = view.resolve(at);
      return toText(fs.read(ino, 0, MOST_READ));
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
  const [, kind, name = ''] = /^([^:]*):?(.*)$/.exec(place) ?? [];
  if (kind === 'volume') {
    const volume = await engine.api.VolumeInspect(name).catch(() => undefined);
    return [volume && hostView(kernel), `${volume?.Mountpoint ?? ''}${path}`];
  }
  if (kind === 'image') return [imageView(machine, name), path];
  if (kind !== 'container') return [hostView(kernel), path];
  const container = findByName(engine.store.state, name);
  const cell = container && engine.context.containers.get(container.id);
  return [cell && kernel.viewAsRoot(kernel.createMountTable({ fs: cell.fs, ino: cell.fs.root })), path];
}

/** An image's files, all of its layers together. */
function imageView({ kernel, engine }: Machine, reference: string): FileView | undefined {
  const image = lookUpImage(engine.store.state, reference);
  if (!image) return undefined;
  const fs = new MemFs({ dev: 0, from: treeOf(engine.context, image.topChainId), now: () => 0 });
  return kernel.viewAsRoot(kernel.createMountTable({ fs, ino: fs.root }));
}

function versionOf({ engine }: Machine, topic: Topic): unknown {
  const { state } = engine.store;
  switch (topic) {
    case 'containers':
      return state.containers;
    case 'images':
      return state.tags;
    case 'digests':
      return state.digests;
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
