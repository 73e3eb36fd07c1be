import { SquareTerminal } from 'lucide-react';
import { useId } from 'react';
import type { MachineRecord, NodeRecord } from '../../world/mirror.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { DetailsButton } from '../details/details-button.tsx';
import { ChaosMenu } from './chaos-menu.tsx';
import { CommandButtons } from './command-buttons.tsx';
import { ContainerChips, MachinePorts } from './container-chips.tsx';
import { isAway, machineText, nodeCommands } from './machine-text.ts';
import type { Up } from './up-by-machine.ts';
import { useShownMachine } from './use-swarm.ts';

interface MachineBoxProps {
  machine: MachineRecord;
  node: NodeRecord | undefined;
  /** The machine that leads the swarm, if there is one. */
  leader: string | undefined;
  /** Undefined where nothing runs. */
  up: Up | undefined;
  /** Ports that every node of the swarm has open. */
  meshPorts: readonly number[];
  colours: ReadonlyMap<string, number>;
  /** There is no other. */
  isAlone: boolean;
}

/** A machine with the containers that run on it. Grey while nobody can count on it. */
export function MachineBox({ machine, node, leader, up, meshPorts, colours, isAlone }: MachineBoxProps) {
  const workbench = useWorkbench();
  const isShown = useShownMachine()?.name === machine.name && !isAlone;
  const heading = useId();
  const { name, address, isOn, diskFull, crashing } = machine;
  const away = isAway(machine, node);
  const ports = [...new Set([...(node ? meshPorts : []), ...(up?.ports ?? [])])].sort((a, b) => a - b);
  return (
    <article
      className={`card machine-box${isAlone ? ' machine-alone' : ''}${away ? ' machine-away' : ''}${isShown ? ' machine-shown' : ''}`}
      aria-labelledby={heading}
    >
      <div className="card-head">
        <h4 id={heading} aria-label={`Machine ${name}`} data-spot={`machine:${name}`}>
          {name} <span className="soft">{address}</span>
        </h4>
        <span className="machine-pills">
          {diskFull && <span className="pill pill-bad">disk full</span>}
          {crashing.length > 0 && <span className="pill pill-bad">an image crashes</span>}
          <span className={`pill pill-${away ? 'calm' : 'good'}`}>{machineText(machine, node)}</span>
        </span>
      </div>
      {isOn && ports.length > 0 && <MachinePorts machine={name} ports={ports} />}
      {isOn && up && <ContainerChips machine={name} up={up} colours={colours} />}
      {isOn && !up && !isAlone && <p className="machine-empty">Nothing runs here.</p>}
      <div className="machine-actions">
        {!isAlone && (
          <button
            type="button"
            className="machine-button"
            aria-pressed={isShown}
            title={`List what is on ${name}`}
            aria-label={`List what is on ${name}`}
            onClick={() => workbench.session.setState({ shownMachine: name })}
          >
            List
          </button>
        )}
        <button
          type="button"
          className="machine-button"
          aria-label={`New terminal on ${name}`}
          title={`New terminal on ${name}`}
          onClick={() => workbench.openTerminal(name)}
        >
          <SquareTerminal size={13} aria-hidden="true" /> Terminal
        </button>
        {leader !== undefined && isOn && (
          <CommandButtons
            of={name}
            machine={leader}
            commands={
              node ? nodeCommands(node) : [{ label: 'join-token', command: 'docker swarm join-token worker' }]
            }
          />
        )}
        {leader !== undefined && node && (
          <DetailsButton what={{ type: 'node', id: node.id, machine: leader, name: node.hostname }} />
        )}
        <ChaosMenu machine={machine} />
      </div>
    </article>
  );
}
