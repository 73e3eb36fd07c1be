import { QueryRefused, type QueryHandler } from './query.ts';

export const travelPlan: QueryHandler<'travelPlan'> = async (context, { to, terminal }) => {
  const keeper = await context.timeline();
  const plan = keeper.answer(to, terminal, context.running, context.snapshot());
  if (typeof plan === 'string') throw new QueryRefused(plan);
  return plan;
};

export const namePoint: QueryHandler<'namePoint'> = async (context, { id, name }) => {
  (await context.timeline()).name(id, name);
  return {};
};
