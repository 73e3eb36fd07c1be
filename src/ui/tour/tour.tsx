import './tour.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { goTo, showPlace, type Place } from '../layout/go-to.ts';
import { placeCard, type Box } from './place-card.ts';

interface Stop {
  /** The panel it is about; else the element with that id. */
  readonly place?: Place;
  readonly target: string;
  readonly title: string;
  readonly text: string;
}

const STOPS: readonly Stop[] = [
  {
    place: 'lesson',
    target: 'lesson',
    title: 'Lessons',
    text: 'Short lessons lead from a first container to services on several machines. Or leave them for now, and try what you like.',
  },
  {
    place: 'terminal',
    target: 'terminal',
    title: 'A machine with Docker',
    text: 'Type commands as on any Linux machine. Images come from a registry that is built in; all of it runs in this tab.',
  },
  {
    place: 'editor',
    target: 'editor',
    title: 'Its files',
    text: 'Write Dockerfiles, compose files and programs here. They lie on the machine as soon as you save them.',
  },
  {
    place: 'world',
    target: 'right-world',
    title: 'What is there now',
    text: 'Containers, images, networks and volumes, as the machine has them. Open one to see into it; its buttons type commands for you.',
  },
  {
    target: 'timeline-buttons',
    title: 'Nothing breaks',
    text: 'Undo takes back what a command did, all of it. Ctrl+Alt+K searches everything the page can do; this tour is among it.',
  },
];

/** Five things to know, one beside the other; each can be skipped with all the rest. */
export function Tour({ onEnd }: { onEnd: () => void }) {
  const workbench = useWorkbench();
  const [number, setNumber] = useState(0);
  const stop = STOPS[number];
  const target = useTarget(stop);
  const card = useRef<HTMLDivElement>(null);
  /** Unknown until its target is measured: until then it does not show, so that nobody sees it jump. */
  const [place, setPlace] = useState<{ left: number; top: number }>();
  useLayoutEffect(() => {
    if (target && card.current)
      setPlace(placeCard(target, card.current.getBoundingClientRect(), windowSize()));
  }, [target]);
  const isPlaced = place !== undefined;
  useEffect(() => {
    if (isPlaced) card.current?.focus();
  }, [number, isPlaced]);
  if (!stop) return null;
  const isLast = number === STOPS.length - 1;
  const end = (): void => {
    onEnd();
    goTo(workbench, 'terminal');
  };
  return (
    <>
      {target && <div className="tour-ring" style={{ ...target }} aria-hidden="true" />}
      <div
        ref={card}
        className="tour-card"
        style={place ?? UNSEEN}
        role="dialog"
        aria-labelledby="tour-title"
        aria-describedby="tour-text"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape') end();
        }}
      >
        <p className="soft">
          A look around: {number + 1} of {STOPS.length}
        </p>
        <h2 id="tour-title">{stop.title}</h2>
        <p id="tour-text">{stop.text}</p>
        <div className="dialog-actions">
          {!isLast && (
            <button type="button" className="button button-quiet" onClick={end}>
              Skip the tour
            </button>
          )}
          {number > 0 && (
            <button type="button" className="button" onClick={() => setNumber(number - 1)}>
              Back
            </button>
          )}
          <button
            type="button"
            className="button button-primary"
            onClick={isLast ? end : () => setNumber(number + 1)}
          >
            {isLast ? 'Begin' : 'Next'}
          </button>
        </div>
      </div>
    </>
  );
}

const UNSEEN = { left: 0, top: 0, visibility: 'hidden' } as const;
const NOWHERE: Box = { left: 0, top: 0, width: 0, height: 0 };

/** Where on the window the stop's panel is now; it is brought to the front first. */
function useTarget(stop: Stop | undefined): Box | undefined {
  const workbench = useWorkbench();
  const [box, setBox] = useState<Box>();
  useEffect(() => {
    if (!stop) return undefined;
    if (stop.place) showPlace(workbench, stop.place);
    const element = document.getElementById(stop.target);
    const measure = (): void => {
      const { left, top, width, height } = element?.getBoundingClientRect() ?? NOWHERE;
      setBox({ left, top, width, height });
    };
    const observer = new ResizeObserver(measure);
    if (element) observer.observe(element);
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, [workbench, stop]);
  return box;
}

const windowSize = (): Pick<Box, 'width' | 'height'> => ({
  width: window.innerWidth,
  height: window.innerHeight,
});
