import { expect, it } from 'vitest';
import { PullLimit } from './pull-limit.ts';

it('hands out a hundred in six hours, and twice as many to who logged in', () => {
  let now = 0;
  const limit = new PullLimit(() => now);
  for (let pulls = 0; pulls < 100; pulls++) limit.count(undefined);
  expect(() => limit.count(undefined)).toThrow(
    'toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
  );
  for (let pulls = 0; pulls < 200; pulls++) limit.count('learner');
  expect(() => limit.count('learner')).toThrow("toomanyrequests: You have reached your pull rate limit as 'learner'");
  now = 6 * 3_600_000;
  expect(() => limit.count(undefined)).not.toThrow();
}); // prettier-ignore
