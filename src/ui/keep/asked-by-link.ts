import type { AskedByLink } from './open-link-dialog.tsx';

/** What this page's address asks for beside the page itself, if anything. */
export function askedByLink({ hash, search }: Pick<Location, 'hash' | 'search'>): AskedByLink | undefined {
  const parameters = new URLSearchParams(search);
  const fragment = hash.startsWith('#share=') ? hash.slice(1) : '';
  const lesson = parameters.get('lesson') ?? undefined;
  const run = parameters.getAll('run');
  return fragment === '' && lesson === undefined && run.length === 0 ? undefined : { fragment, lesson, run };
}

/** The address without it: a reload asks no second time. */
export function addressWithout({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  const parameters = new URLSearchParams(search);
  for (const name of ['lesson', 'run']) parameters.delete(name);
  const rest = parameters.toString();
  return rest === '' ? pathname : `${pathname}?${rest}`;
}
