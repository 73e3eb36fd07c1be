// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../problem/error-boundary.tsx';
import { lazyPart } from './lazy-part.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('says that a part did not come, leaves the rest, and fetches it when asked again', async () => {
  // React tells of what it caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let tries = 0;
  const Part = lazyPart(async () => {
    tries += 1;
    if (tries < 3) throw new TypeError('Failed to fetch dynamically imported module: part.js');
    return { default: ({ name }: { name: string }) => <p>here is {name}</p> };
  });
  render(
    <>
      <p>the rest</p>
      <Suspense>
        <Part name="it" />
      </Suspense>
    </>,
  );
  for (let press = 0; press < 2; press++) {
    expect((await screen.findByRole('alert')).textContent).toContain('nothing is lost');
    expect(screen.getByText('the rest')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  }
  expect(await screen.findByText('here is it')).toBeTruthy();
});

it('asks again for style sheets that did not come, and waits for those on their way', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const [failed, pending] = [0, 1].map(() => {
    const link = document.head.appendChild(document.createElement('link'));
    return Object.assign(link, { rel: 'stylesheet' });
  });
  const Part = lazyPart<object>(async () => {
    failed?.dispatchEvent(new Event('error'));
    throw new Error('Unable to preload CSS for part.css');
  });
  render(
    <Suspense>
      <Part />
    </Suspense>,
  );
  await screen.findByRole('alert');
  expect([failed?.isConnected, pending?.isConnected]).toEqual([false, true]);
  expect(document.head.querySelectorAll('link[rel=stylesheet]')).toHaveLength(2);
});

it('leaves mistakes in a part that came to those around it', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const Part = lazyPart(async () => ({
    default: () => {
      throw new Error('a mistake');
    },
  }));
  render(
    <ErrorBoundary name="the part">
      <Suspense>
        <Part />
      </Suspense>
    </ErrorBoundary>,
  );
  expect((await screen.findByRole('alert')).textContent).toContain('a mistake in the part');
});
