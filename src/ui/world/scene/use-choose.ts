import { useCallback } from 'react';
import type { Detailed } from '../../../state/session.ts';
import type { Workbench } from '../../../state/workbench.ts';
import { useWorkbench } from '../../hooks/workbench-context.ts';
import { imageName } from '../layer-view.ts';
import { hostOf } from '../machine-text.ts';
import type { SceneNode } from './scene-types.ts';

/** What the picture itself does when a node is chosen; all else opens elsewhere on the page. */
export interface SceneActs {
  /** Machines and registries have a dialog of their own here. */
  readonly open: (node: SceneNode) => void;
  /** Looks closer at a tile. */
  readonly closer: (node: SceneNode) => void;
  /** To the list of a machine. */
  readonly list: (machine: string) => void;
}

/** Choosing a node: its details, or what comes nearest. */
export function useChoose(acts: SceneActs): (node: SceneNode) => void {
  const workbench = useWorkbench();
  return useCallback((node) => choose(workbench, node, acts), [workbench, acts]);
}

function choose(workbench: Workbench, node: SceneNode, { open, closer, list }: SceneActs): void {
  const { kind, key, machine, members } = node;
  const { session } = workbench;
  const mirror = workbench.mirror.getState();
  const detail = (detailed: Detailed): void => session.setState({ detailed });
  switch (kind) {
    case 'machine':
    case 'registry':
      return open(node);
    case 'group':
      return closer(node);
    case 'tally':
      return list(machine);
    case 'port':
      if (key === '') return list(machine);
      return workbench.visit(`${hostOf(mirror.machine.get(machine))}:${key}/`);
    case 'layers': {
      const image = mirror.image.get(members.at(-1) ?? '');
      if (image) session.setState({ explored: { type: 'image', id: image.id, machine } });
      return;
    }
    case 'volume':
      return detail({ type: 'volume', id: key, machine, name: key });
    case 'bind': {
      const user = [...mirror.container.values()].find(
        (record) => record.machine === machine && record.mounts.some(({ source }) => source === key),
      );
      if (user) detail({ type: 'container', id: user.id, machine, name: user.name });
      return;
    }
    case 'container':
    case 'network': {
      const record = mirror[kind].get(key);
      if (record) detail({ type: kind, id: record.id, machine, name: record.name });
      return;
    }
    case 'image': {
      const record = mirror.image.get(key);
      if (record) detail({ type: 'image', id: record.id, machine, name: imageName(record) });
      return;
    }
    case 'service': {
      const leader = [...mirror.machine.values()].find(
        ({ nodeId, isOn }) => isOn && mirror.node.get(nodeId)?.isLeader,
      );
      if (leader) detail({ type: 'service', id: key, machine: leader.name, name: node.text });
    }
  }
}
