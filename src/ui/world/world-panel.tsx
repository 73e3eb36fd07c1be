import './world.css';
import { Suspense, useMemo, useRef, type ReactNode } from 'react';
import type { MachineRecord } from '../../world/mirror.ts';
import { useMirror } from '../hooks/workbench-context.ts';
import { DetailsButton } from '../details/details-button.tsx';
import { CommandButtons } from './command-buttons.tsx';
import { ContainerCard } from './container-card.tsx';
import { ImageCard } from './image-card.tsx';
import { WorldAnnouncer } from './world-announcer.tsx';
import { imageName, layerViews } from './layer-view.ts';
import { MachineSection } from './machine-section.tsx';
import { ServiceSection } from './service-section.tsx';
import { useShownMachine } from './use-swarm.ts';
import { useWorldView } from './use-world-view.ts';
import { lazyPart } from '../parts/lazy-part.tsx';

const WorldPicture = lazyPart(async () => ({
  default: (await import('./scene/world-picture.tsx')).WorldPicture,
}));

/** More cards than this help nobody, and slow the page down. */
const SHOWN = 50;

/** The machines and services, and what is there: containers, images, volumes, networks, as they are now. As a picture, or as a list. */
export function WorldPanel() {
  const panel = useRef<HTMLElement>(null);
  const [view, setView] = useWorldView(panel);
  return (
    <section ref={panel} className="panel world-panel" aria-label="World" id="world">
      <WorldAnnouncer />
      <h2 className="visually-hidden">World</h2>
      {view === 'picture' ? (
        <Suspense fallback={<div className="world-scroll" />}>
          <WorldPicture onList={() => setView('list')} />
        </Suspense>
      ) : (
        <div className="world-scroll" tabIndex={0} role="group" aria-label="What is on the machine">
          <MachineSection />
          <ServiceSection />
          <Things />
        </div>
      )}
    </section>
  );
}

/** What is on one machine; where there are several, the titles say which. */
interface OfMachine {
  machine: string | undefined;
  titled: (title: string) => string;
}

function Things() {
  const shown: MachineRecord | undefined = useShownMachine();
  const isAlone = useMirror((mirror) => mirror.machine.size) < 2;
  const machine = shown?.name;
  const titled = (title: string): string => (isAlone ? title : `${title} on ${machine}`);
  return (
    <>
      <Containers machine={machine} titled={titled} />
      <Images machine={machine} titled={titled} />
      <Volumes machine={machine} titled={titled} />
      <Networks machine={machine} titled={titled} />
      <Registries machine={machine} titled={titled} />
    </>
  );
}

/** The records of a machine; all of them while the world has told of none. */
function onMachine<T extends { machine: string }>(
  records: ReadonlyMap<string, T>,
  machine: string | undefined,
): T[] {
  return [...records.values()].filter((record) => machine === undefined || record.machine === machine);
}

function Containers({ machine, titled }: OfMachine) {
  const records = useMirror((mirror) => mirror.container);
  const containers = useMemo(
    () => onMachine(records, machine).sort((a, b) => b.createdMs - a.createdMs),
    [records, machine],
  );
  return (
    <WorldSection title={titled('Containers')} count={containers.length}>
      {containers.length === 0 && (
        <EmptyState
          text="No containers yet. A container is one run of an image."
          command="docker run hello-world"
          machine={machine}
        />
      )}
      {containers.slice(0, SHOWN).map((container) => (
        <ContainerCard key={container.id} container={container} />
      ))}
      <Rest count={containers.length - SHOWN} command="docker ps -a" machine={machine} />
    </WorldSection>
  );
}

function Images({ machine, titled }: OfMachine) {
  const records = useMirror((mirror) => mirror.image);
  const images = useMemo(
    () => onMachine(records, machine).sort((a, b) => b.createdMs - a.createdMs),
    [records, machine],
  );
  const layers = useMemo(() => layerViews(images), [images]);
  return (
    <WorldSection title={titled('Images')} count={images.length}>
      {images.length === 0 && (
        <EmptyState
          text="No images yet. Pull one, or build your own from the Dockerfile."
          command="docker build -t friendlyhello ."
          machine={machine}
        />
      )}
      {images.slice(0, SHOWN).map((image) => (
        <ImageCard key={image.id} image={image} layers={layers.get(image.id) ?? []} />
      ))}
      <Rest count={images.length - SHOWN} command="docker images" machine={machine} />
    </WorldSection>
  );
}

function Volumes({ machine, titled }: OfMachine) {
  const volumes = onMachine(
    useMirror((mirror) => mirror.volume),
    machine,
  );
  if (volumes.length === 0) return null;
  return (
    <WorldSection title={titled('Volumes')} count={volumes.length}>
      <ul className="plain-list">
        {volumes.map(({ name, driver, machine: on }) => (
          <li key={name}>
            <span className="mono-name">{name}</span>
            <span className="soft">{driver}</span>
            <CommandButtons
              of={name}
              machine={machine}
              commands={[{ label: 'inspect', command: `docker volume inspect ${name}` }]}
            />
            <DetailsButton what={{ type: 'volume', id: name, machine: on, name }} />
          </li>
        ))}
      </ul>
    </WorldSection>
  );
}

function Networks({ machine, titled }: OfMachine) {
  const networks = onMachine(
    useMirror((mirror) => mirror.network),
    machine,
  );
  if (networks.length === 0) return null;
  return (
    <WorldSection title={titled('Networks')} count={networks.length}>
      <ul className="plain-list">
        {networks.map(({ id, name, driver, subnet, machine: on }) => (
          <li key={id}>
            <span className="mono-name">{name}</span>
            <span className="soft">{subnet || driver}</span>
            <CommandButtons
              of={name}
              machine={machine}
              commands={[{ label: 'inspect', command: `docker network inspect ${name}` }]}
            />
            <DetailsButton what={{ type: 'network', id, machine: on, name }} />
          </li>
        ))}
      </ul>
    </WorldSection>
  );
}

/** Where the images of a machine came from, or went to. */
function Registries({ machine, titled }: OfMachine) {
  const images = onMachine(
    useMirror((mirror) => mirror.image),
    machine,
  );
  const domains = [...new Set(images.flatMap(({ registries }) => registries))];
  if (domains.length === 0) return null;
  return (
    <WorldSection title={titled('Registries')} count={domains.length}>
      <ul className="plain-list">
        {domains.map((domain) => (
          <li key={domain}>
            <span className="mono-name">{domain}</span>
            <span className="soft">
              {images
                .filter(({ registries }) => registries.includes(domain))
                .map(imageName)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </WorldSection>
  );
}

function WorldSection({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <section className="world-section" aria-label={title}>
      <h3>
        {title} <span className="count">{count}</span>
      </h3>
      {children}
    </section>
  );
}

interface Hint {
  command: string;
  machine: string | undefined;
}

function Rest({ count, ...hint }: Hint & { count: number }) {
  if (count <= 0) return null;
  return <EmptyState text={`And ${count} more. The terminal lists them all.`} {...hint} />;
}

function EmptyState({ text, command, machine }: Hint & { text: string }) {
  return (
    <div className="empty-state">
      <p>{text}</p>
      <CommandButtons of={command} machine={machine} commands={[{ label: command, command }]} />
    </div>
  );
}
