import './world.css';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useMirror } from '../hooks/workbench-context.ts';
import { CommandButtons } from './command-buttons.tsx';
import { ContainerCard } from './container-card.tsx';
import { ImageCard } from './image-card.tsx';
import { WorldAnnouncer } from './world-announcer.tsx';
import { layerViews } from './layer-view.ts';

/** More cards than this help nobody, and slow the page down. */
const SHOWN = 50;

/** What is there on the machine: containers, images, volumes, networks, as they are now. */
export function WorldPanel() {
  return (
    <section className="panel world-panel" aria-label="World" id="world">
      <WorldAnnouncer />
      <h2 className="visually-hidden">World</h2>
      <div className="world-scroll" tabIndex={0} role="group" aria-label="What is on the machine">
        <Containers />
        <Images />
        <Volumes />
        <Networks />
      </div>
    </section>
  );
}

function Containers() {
  const records = useMirror((mirror) => mirror.container);
  const containers = useMemo(
    () => [...records.values()].sort((a, b) => b.createdMs - a.createdMs),
    [records],
  );
  return (
    <WorldSection title="Containers" count={containers.length}>
      {containers.length === 0 && (
        <EmptyState
          text="No containers yet. A container is one run of an image."
          command="docker run hello-world"
        />
      )}
      {containers.slice(0, SHOWN).map((container) => (
        <ContainerCard key={container.id} container={container} />
      ))}
      <Rest count={containers.length - SHOWN} command="docker ps -a" />
    </WorldSection>
  );
}

function Images() {
  const records = useMirror((mirror) => mirror.image);
  const images = useMemo(() => [...records.values()].sort((a, b) => b.createdMs - a.createdMs), [records]);
  const layers = useMemo(() => layerViews(images), [images]);
  return (
    <WorldSection title="Images" count={images.length}>
      {images.length === 0 && (
        <EmptyState
          text="No images yet. Pull one, or build your own from the Dockerfile."
          command="docker build -t friendlyhello ."
        />
      )}
      {images.slice(0, SHOWN).map((image) => (
        <ImageCard key={image.id} image={image} layers={layers.get(image.id) ?? []} />
      ))}
      <Rest count={images.length - SHOWN} command="docker images" />
    </WorldSection>
  );
}

function Volumes() {
  const records = useMirror((mirror) => mirror.volume);
  if (records.size === 0) return null;
  return (
    <WorldSection title="Volumes" count={records.size}>
      <ul className="plain-list">
        {[...records.values()].map(({ name, driver }) => (
          <li key={name}>
            <span className="mono-name">{name}</span>
            <span className="soft">{driver}</span>
            <CommandButtons
              of={name}
              commands={[{ label: 'inspect', command: `docker volume inspect ${name}` }]}
            />
          </li>
        ))}
      </ul>
    </WorldSection>
  );
}

function Networks() {
  const records = useMirror((mirror) => mirror.network);
  if (records.size === 0) return null;
  return (
    <WorldSection title="Networks" count={records.size}>
      <ul className="plain-list">
        {[...records.values()].map(({ id, name, driver, subnet }) => (
          <li key={id}>
            <span className="mono-name">{name}</span>
            <span className="soft">{subnet || driver}</span>
            <CommandButtons
              of={name}
              commands={[{ label: 'inspect', command: `docker network inspect ${name}` }]}
            />
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

function Rest({ count, command }: { count: number; command: string }) {
  if (count <= 0) return null;
  return <EmptyState text={`And ${count} more. The terminal lists them all.`} command={command} />;
}

function EmptyState({ text, command }: { text: string; command: string }) {
  return (
    <div className="empty-state">
      <p>{text}</p>
      <CommandButtons of={command} commands={[{ label: command, command }]} />
    </div>
  );
}
