import { QueryRefused, type QueryContext, type QueryHandler } from './query.ts';
import type { TravelTo } from './queries.ts';

export const travelPlan: QueryHandler<'travelPlan'> = async (context, { to, terminal }) => {
  const { running } = context;
  if (running.has(terminal)) throw new QueryRefused(busy(running.get(terminal)));
  const plan = (await context.timeline()).plan(to, context.snapshot());
  if (!plan) throw new QueryRefused(nowhere(to));
  const stops = [...running].flatMap(([id, command]) => (command ? [{ terminal: id, command }] : []));
  return { ...plan, stops };
};

const busy = (command = ''): string =>
  command
    ? `“${command}” is still running in this terminal. Let it end, or press Ctrl+C there first.`
    : 'The terminal is not ready yet. Try again in a moment.';

function nowhere(to: TravelTo): string {
  if (to === 'undo') return 'There is nothing to undo: no command has changed anything yet.';
  return to === 'redo' ? 'There is nothing to redo.' : 'That point is not kept any more.';
}

export const namePoint: QueryHandler<'namePoint'> = async (context: QueryContext, { id, name }) => {
  (await context.timeline()).name(id, name);
  return {};
};
