import type { AskedByLink } from './open-link-dialog.tsx';

/** What this page's address asks for beside the page itself, if anything. */
export function askedByLink({ hash, search }: Pick<Location, 'hash' | 'search'>): AskedByLink | undefined {
  const parameters = new URLSearchParams(search);
  const fragment = hash.startsWith('#share=') ? hash.slice(1) : '';
  const lesson = parameters.get('lesson') ?? undefined;
  const pack = parameters.get('pack') ?? undefined;
  const run = parameters.getAll('run');
  const isAsked = fragment !== '' || lesson !== undefined || pack !== undefined || run.length > 0;
  return isAsked ? { fragment, lesson, pack, run } : undefined;
}

/** The address without it: a reload asks no second time. */
export function addressWithout({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  const parameters = new URLSearchParams(search);
  for (const name of ['lesson', 'pack', 'run']) parameters.delete(name);
  const rest = parameters.toString();
  return rest === '' ? pathname : `${pathname}?${rest}`;
}
