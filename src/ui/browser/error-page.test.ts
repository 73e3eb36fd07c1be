import { describe, expect, it } from 'vitest';
import { errorPage } from './error-page.ts';

describe('errorPage', () => {
  it.each([
    ['refused', 'localhost refused to connect.', 'ERR_CONNECTION_REFUSED'],
    ['reset', 'The connection was reset.', 'ERR_CONNECTION_RESET'],
    ['empty', 'localhost didn’t send any data.', 'ERR_EMPTY_RESPONSE'],
    ['timeout', 'localhost took too long to respond.', 'ERR_CONNECTION_TIMED_OUT'],
    ['unknown-host', 'localhost’s server IP address could not be found.', 'ERR_NAME_NOT_RESOLVED'],
  ] as const)('words %s as Chromium does', (failure, text, code) => {
    expect(errorPage(failure, 'localhost')).toMatchObject({ text, code });
  });
});
