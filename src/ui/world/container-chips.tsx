import { useLayoutEffect, useRef } from 'react';
import type { ContainerRecord } from '../../world/mirror.ts';
import { useMirror } from '../hooks/workbench-context.ts';
import { shortName } from './machine-text.ts';
import { mayMove } from './motion.ts';
import { ServiceDot } from './service-dot.tsx';
import { requestsText } from './traffic.ts';
import type { Up } from './up-by-machine.ts';

/** More ports than this are counted. */
const MOST_PORTS = 6;
const MOVE_MS = 700;

interface ContainerChipsProps {
  machine: string;
  up: Up;
  colours: ReadonlyMap<string, number>;
}

/** What runs on a machine. */
export function ContainerChips({ machine, up, colours }: ContainerChipsProps) {
  return (
    <ul className="machine-chips" aria-label={`Running on ${machine}`}>
      {up.containers.map((container) => (
        <ContainerChip
          key={container.id}
          container={container}
          colour={colours.get(container.service ?? '')}
        />
      ))}
      {up.containers.length === 0 &&
        [...up.services].map(([service, count]) => (
          <li key={service} className="machine-chip" data-spot={`service:${machine}/${service}`}>
            <ServiceDot colour={colours.get(service)} />
            {service || 'others'} × {count}
          </li>
        ))}
    </ul>
  );
}

/** The ports of a machine that lead to a container, here or elsewhere. */
export function MachinePorts({ machine, ports }: { machine: string; ports: readonly number[] }) {
  const rest = ports.length - MOST_PORTS;
  return (
    <ul className="machine-ports" aria-label={`Open ports of ${machine}`}>
      {ports.slice(0, MOST_PORTS).map((port) => (
        <li key={port} className="machine-port" data-spot={`port:${machine}/${port}`}>
          :{port}
        </li>
      ))}
      {rest > 0 && <li className="machine-port">and {rest} more</li>}
    </ul>
  );
}

function ContainerChip({ container, colour }: { container: ContainerRecord; colour: number | undefined }) {
  const { id, name, image } = container;
  const requests = useMirror((mirror) => mirror.traffic.get(id)?.requests ?? 0);
  const chip = useMovingIn(container);
  return (
    <li ref={chip} className="machine-chip" data-spot={`container:${id}`} title={`${name}: ${image}`}>
      <ServiceDot colour={colour} />
      {shortName(container)}
      {requests > 0 && (
        <span className="chip-count" title={requestsText(requests)}>
          <span aria-hidden="true">{requests}</span>
          <span className="visually-hidden">{requestsText(requests)}</span>
        </span>
      )}
    </li>
  );
}

/** Where the task of a name was drawn last. */
const lastPlaces = new Map<string, { readonly machine: string; readonly x: number; readonly y: number }>();

/** A task that another machine took over comes from where it was. */
function useMovingIn(container: ContainerRecord) {
  const chip = useRef<HTMLLIElement>(null);
  const { machine } = container;
  const name = container.service ? shortName(container) : '';
  useLayoutEffect(() => {
    const element = chip.current;
    if (!element || name === '') return undefined;
    const last = lastPlaces.get(name);
    const place = placeOf(element);
    if (last && last.machine !== machine && mayMove())
      element.animate(
        [{ transform: `translate(${last.x - place.x}px, ${last.y - place.y}px)` }, { transform: 'none' }],
        { duration: MOVE_MS, easing: 'ease-in-out' },
      );
    return () => void lastPlaces.set(name, { machine, ...placeOf(element) });
  }, [machine, name]);
  return chip;
}

function placeOf(element: HTMLElement): { x: number; y: number } {
  const own = element.getBoundingClientRect();
  const all = element.closest('.machine-boxes')?.getBoundingClientRect();
  return { x: own.x - (all?.x ?? 0), y: own.y - (all?.y ?? 0) };
}
