import './machines.css';
import { useEffect, useRef } from 'react';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { CommandButtons } from './command-buttons.tsx';
import { MachineBox } from './machine-box.tsx';
import { serviceText } from './machine-text.ts';
import { ServiceDot } from './service-dot.tsx';
import { TrafficDots } from './traffic-dots.tsx';
import { TrafficList } from './traffic-list.tsx';
import { useLeader, useServiceColours, useUpByMachine } from './use-swarm.ts';

const PRESETS = [1, 3, 5];
/** The services' own cards tell of more. */
const LEGEND = 6;
/** As many as the world makes. */
const MOST = 9;

/** The machines, as boxes with what runs on them, and the requests between them. */
export function MachineSection() {
  const machines = [...useMirror((mirror) => mirror.machine).values()];
  const nodes = useMirror((mirror) => mirror.node);
  const leader = useLeader();
  const colours = useServiceColours();
  const up = useUpByMachine();
  const services = useMirror((mirror) => mirror.service);
  const meshPorts = [...services.values()].flatMap(({ ports }) => ports.map(({ published }) => published));
  const [first] = machines;
  return (
    <section className="world-section" aria-label="Machines">
      <div className="machines-head">
        <h3>
          Machines <span className="count">{machines.length}</span>
        </h3>
        <MachineCount count={machines.length} />
      </div>
      {machines.length > 1 && <Legend colours={colours} />}
      {machines.length > 0 && (
        <div className="machine-boxes">
          {machines.map((machine) => (
            <MachineBox
              key={machine.name}
              machine={machine}
              node={nodes.get(machine.nodeId)}
              leader={leader?.name}
              up={up.get(machine.name)}
              meshPorts={meshPorts}
              colours={colours}
              isAlone={machines.length === 1}
            />
          ))}
          <TrafficDots colours={colours} />
        </div>
      )}
      <TrafficList />
      {first && machines.length > 1 && machines.every(({ nodeId }) => nodeId === '') && (
        <div className="empty-state">
          <p>The machines know nothing of each other yet. A swarm makes them one cluster.</p>
          <CommandButtons
            of="a swarm"
            machine={first.name}
            commands={[{ label: 'docker swarm init', command: 'docker swarm init' }]}
          />
        </div>
      )}
    </section>
  );
}

/** Which colour is which service, and how many of its tasks run. */
function Legend({ colours }: { colours: ReadonlyMap<string, number> }) {
  const services = [...useMirror((mirror) => mirror.service).values()];
  if (services.length === 0) return null;
  return (
    <ul className="service-legend" aria-label="Services, as coloured">
      {services.slice(0, LEGEND).map((service) => (
        <li key={service.id}>
          <ServiceDot colour={colours.get(service.name)} />
          <span className="mono-name">{service.name}</span>
          <span className={service.running === service.desired ? 'soft' : 'legend-behind'}>
            {serviceText(service)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** More machines, or fewer. */
export function MachineCount({ count }: { count: number }) {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  /** With what was asked for and is not there yet: two quick clicks are two machines. */
  const asked = useRef(count);
  useEffect(() => {
    asked.current = count;
  }, [count]);
  const add = (): void => {
    asked.current = Math.min(MOST, asked.current + 1);
    workbench.setMachines(asked.current);
  };
  const set = async (next: number): Promise<void> => {
    const gone = Array.from({ length: Math.max(0, count - next) }, (_, index) => `node${next + index + 1}`);
    const question = {
      title: gone.length > 1 ? 'Throw machines away?' : 'Throw a machine away?',
      text: `${gone.join(', ')}: the containers, images, volumes and files there are lost.`,
      action: 'Throw away',
    };
    if (gone.length === 0 || (await confirm(question))) workbench.setMachines(next);
  };
  return (
    <div className="machine-count" role="group" aria-label="How many machines">
      {count < MOST && (
        <button type="button" className="machine-button" onClick={add}>
          Add a machine
        </button>
      )}
      {PRESETS.filter((preset) => preset !== count).map((preset) => (
        <button
          key={preset}
          type="button"
          className="machine-button"
          aria-label={preset === 1 ? '1 machine' : `${preset} machines`}
          title={preset === 1 ? '1 machine' : `${preset} machines`}
          onClick={() => void set(preset)}
        >
          {preset}
        </button>
      ))}
    </div>
  );
}
