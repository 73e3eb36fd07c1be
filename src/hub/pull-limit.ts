import { ApiError } from '../api/api-error.ts';
import type { Registry } from '../api/registry.ts';

const HOUR_MS = 3_600_000;
const WINDOW_MS = 6 * HOUR_MS;
const ANONYMOUS = 100;
const LOGGED_IN = 200;

/**
 * How many manifests the Hub hands out in six hours, by who asks.
 * @see https://docs.docker.com/docker-hub/usage/pulls/
 */
export class PullLimit {
  readonly #now: () => number;
  readonly #pulls = new Map<string, number[]>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts a pull; `username` is of who logged in. @throws ApiError where it is one too many */
  count(username: string | undefined): void {
    const now = this.#now();
    const recent = (this.#pulls.get(username ?? '') ?? []).filter((ms) => ms > now - WINDOW_MS);
    if (recent.length >= (username === undefined ? ANONYMOUS : LOGGED_IN))
      throw new ApiError('system', `toomanyrequests: You have reached your ${wording(username)}`);
    this.#pulls.set(username ?? '', [...recent, now]);
  }
}

/** The hub as one machine finds it: what it asked for counts. `now` in ms. */
export function limitPulls(hub: Registry, now: () => number): Registry {
  const limit = new PullLimit(now);
  return {
    ...hub,
    find: async (reference, credentials) => {
      limit.count(credentials?.username);
      return hub.find(reference, credentials);
    },
    findAll: async (reference, options) => {
      limit.count(options.credentials?.username);
      return hub.findAll(reference, options);
    },
  };
}

function wording(username: string | undefined): string {
  return username === undefined
    ? 'unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit'
    : `pull rate limit as '${username}': dckr_jti_drydock. You may increase the limit by upgrading. https://www.docker.com/increase-rate-limit`;
}
