import type { PageFailure } from './frame-protocol.ts';

/** What a browser shows in place of a page that did not come. */
export interface ErrorPage {
  readonly heading: string;
  readonly text: string;
  /** `ERR_CONNECTION_REFUSED` */
  readonly code: string;
}

const UNREACHED = 'This site can’t be reached';
const BROKEN = 'This page isn’t working';

/** In the words of Chromium. @see chromium components/error_page/common/localized_error.cc, components_strings */
export function errorPage(failure: PageFailure, host: string): ErrorPage {
  switch (failure) {
    case 'refused':
      return { heading: UNREACHED, text: `${host} refused to connect.`, code: 'ERR_CONNECTION_REFUSED' };
    case 'reset':
      return { heading: UNREACHED, text: 'The connection was reset.', code: 'ERR_CONNECTION_RESET' };
    case 'timeout':
      return {
        heading: UNREACHED,
        text: `${host} took too long to respond.`,
        code: 'ERR_CONNECTION_TIMED_OUT',
      };
    case 'unreachable':
    case 'outside':
      return { heading: UNREACHED, text: `${host} is unreachable.`, code: 'ERR_ADDRESS_UNREACHABLE' };
    case 'unknown-host':
      return {
        heading: UNREACHED,
        text: `${host}’s server IP address could not be found.`,
        code: 'ERR_NAME_NOT_RESOLVED',
      };
    case 'empty':
      return { heading: BROKEN, text: `${host} didn’t send any data.`, code: 'ERR_EMPTY_RESPONSE' };
    case 'invalid':
      return {
        heading: BROKEN,
        text: `${host} sent an invalid response.`,
        code: 'ERR_INVALID_HTTP_RESPONSE',
      };
    case 'redirects':
      return {
        heading: BROKEN,
        text: `${host} redirected you too many times.`,
        code: 'ERR_TOO_MANY_REDIRECTS',
      };
  }
}
