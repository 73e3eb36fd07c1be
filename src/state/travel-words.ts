import type { Difference } from '../world/mirror.ts';
import type { TravelPlan, TravelTo } from '../world/queries/queries.ts';

const MOST_LETTERS = 70;
/** More containers than these are counted. */
const NAMED = 3;
/** More losses than these are counted. */
const LISTED = 8;

/** A command's first line, not too long for a sentence. */
export function shortLabel(label: string): string {
  const [line = '', ...more] = label.split('\n');
  return line.length > MOST_LETTERS || more.length > 0 ? `${line.slice(0, MOST_LETTERS)}…` : line;
}

/** What happened, to be shown and read aloud. */
export function travelledText(to: TravelTo, label: string, restarts: readonly string[]): string {
  const done = { undo: 'Undone', redo: 'Done again' };
  const what = typeof to === 'number' ? 'Back at' : done[to];
  const started = restartText(restarts);
  return `${what}: ${shortLabel(label)}${started ? ` — ${started}` : ''}`;
}

/** `web and db started again from their command`; '' where nothing did. */
export function restartText(restarts: readonly string[]): string {
  const last = restarts.at(-1);
  if (last === undefined) return '';
  if (restarts.length === 1) return `${last} started again from its command`;
  const names =
    restarts.length > NAMED
      ? `${restarts.length} containers`
      : `${restarts.slice(0, -1).join(', ')} and ${last}`;
  return `${names} started again from their commands`;
}

/** `Container web: running → exited (1)`, `about.html: removed`, `Volume data on node2: new` */
export function differenceText({ kind, name, machine, change, detail }: Difference): string {
  const word = { added: 'new', removed: 'removed', changed: 'changed' }[change];
  const title = kind.charAt(0).toUpperCase() + kind.slice(1);
  const what = kind === 'file' ? [name.replace(/^\/root\/site\//, '')] : name ? [title, name] : [title];
  return `${[...what, ...(machine ? ['on', machine] : [])].join(' ')}: ${detail ?? word}`;
}

/** What a learner would lose, a line each; nothing where there is nothing to ask about. */
export function lossLines({ losses, stops }: Pick<TravelPlan, 'losses' | 'stops'>): string[] {
  const lines = losses.slice(0, LISTED).map(differenceText);
  const more = losses.length - lines.length;
  return [
    ...lines,
    ...(more > 0 ? [`and ${more} more changes`] : []),
    ...stops.map(({ terminal, command }) => {
      const number = terminal.slice(terminal.lastIndexOf('-') + 1);
      return `Terminal ${number}: ${shortLabel(command)} is ended`;
    }),
  ];
}
