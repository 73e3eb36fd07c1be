import { FIRST_MACHINE } from '../../../state/session.ts';
import { useMirror, useWorkbench } from '../../hooks/workbench-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { showSize } from '../../parts/show-amount.ts';
import { imageName } from '../layer-view.ts';
import { MachineBox } from '../machine-box.tsx';
import { useLeader, useServiceColours, useUpByMachine } from '../use-swarm.ts';
import { DOCKER_HUB } from './scene-model.ts';
import type { SceneNode } from './scene-types.ts';

interface SceneDialogProps {
  readonly node: SceneNode;
  readonly onClose: () => void;
  readonly onList: () => void;
}

/** What is known of a machine or a registry, and what can be done with it. */
export function SceneDialog({ node, onClose, onList }: SceneDialogProps) {
  const isMachine = node.kind === 'machine';
  return (
    <Dialog title={isMachine ? `Machine ${node.key}` : `Registry ${node.text}`} onClose={onClose}>
      {isMachine ? (
        <Machine name={node.key} onClose={onClose} onList={onList} />
      ) : (
        <Registry domain={node.key} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Machine({ name, onClose, onList }: { name: string; onClose: () => void; onList: () => void }) {
  const machine = useMirror((mirror) => mirror.machine.get(name));
  const node = useMirror((mirror) => mirror.node.get(machine?.nodeId ?? ''));
  const count = useMirror((mirror) => mirror.machine.size);
  const services = useMirror((mirror) => mirror.service);
  const leader = useLeader();
  const colours = useServiceColours();
  const up = useUpByMachine().get(name);
  if (!machine) return <p>This machine is gone.</p>;
  const meshPorts = [...services.values()].flatMap(({ ports }) => ports.map(({ published }) => published));
  // What is done to the hardware shows here; what is typed shows in the terminal.
  const closeIfTyped = (target: HTMLElement): void => {
    const button = target.closest('button');
    if (button?.textContent === 'List') onList();
    if (button && !button.closest('.chaos')) onClose();
  };
  return (
    <div onClick={(event) => closeIfTyped(event.target as HTMLElement)}>
      <MachineBox
        {...{ machine, node, up, meshPorts, colours }}
        leader={leader?.name}
        isAlone={count === 1}
      />
    </div>
  );
}

function Registry({ domain, onClose }: { domain: string; onClose: () => void }) {
  const { session } = useWorkbench();
  const images = useMirror((mirror) => mirror.image);
  const known = [...images.values()].filter(({ registries }) => registries.includes(domain));
  return (
    <>
      <p>
        {domain === DOCKER_HUB
          ? 'Where images come from unless their name says otherwise.'
          : 'A registry that image names begin with.'}{' '}
        {known.length === 0
          ? 'Nothing on the machines came from here or went here yet.'
          : 'From here, or sent here:'}
      </p>
      <ul className="plain-list" aria-label={`Images of ${domain}`}>
        {known.map((image) => (
          <li key={`${image.machine} ${image.id}`}>
            <button
              type="button"
              className="command-button"
              onClick={() => {
                onClose();
                const { id, machine } = image;
                session.setState({ detailed: { type: 'image', id, machine, name: imageName(image) } });
              }}
            >
              {imageName(image)}
            </button>
            <span className="soft">
              {showSize(image.sizeBytes)}
              {image.machine !== FIRST_MACHINE && ` on ${image.machine}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
