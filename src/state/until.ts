import type { Workbench } from './workbench.ts';

/**
 * Waits until this holds of the session and the mirror, in the world of this number: the one at hand unless given. Resolves to false where the
 * learner went to another world first: what was to be done then is not done there.
 */
export function until(
  { session, mirror }: Pick<Workbench, 'session' | 'mirror'>,
  holds: () => boolean,
  epoch = session.getState().epoch,
): Promise<boolean> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const look = (): void => {
      const isHere = session.getState().epoch === epoch;
      if (isHere && !holds()) return;
      for (const stop of stops.splice(0)) stop();
      resolve(isHere);
    };
    stops.push(session.subscribe(look), mirror.subscribe(look));
    look();
  });
}
