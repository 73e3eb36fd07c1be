import { describe, expect, it } from 'vitest';
import { logRequest, servedFile } from './request-log.ts';
import { formatTook, outcomeText } from './request-text.ts';

const request = { method: 'GET', host: 'localhost:4000', target: '/a.css', headers: [] };
const answer = { status: 200, statusText: 'OK', headers: [], body: new Uint8Array(), tookMs: 1.25 };
const answeredBy = { id: 'c1', machine: 'node1', name: 'web', binds: ['/root/site'] };

describe('logRequest', () => {
  it('says what was asked, what came, how long it took and who answered', () => {
    const log = logRequest([], 'page-1', request, { ...answer, answeredBy });
    expect(log).toEqual([
      {
        id: 1,
        tab: 'page-1',
        method: 'GET',
        address: 'localhost:4000/a.css',
        outcome: { status: '200 OK' },
        isProblem: false,
        tookMs: 1.25,
        answeredBy,
      },
    ]);
    const failed = logRequest(log, 'page-1', request, { failed: 'refused', message: 'x', tookMs: 0 });
    expect(failed.at(-1)).toMatchObject({ id: 2, outcome: { failed: 'refused' }, isProblem: true });
  });

  it('forgets the oldest of many', () => {
    let log = logRequest([], 'a', request, answer);
    for (let count = 0; count < 300; count += 1) log = logRequest(log, 'a', request, answer);
    expect([log.length, log.at(-1)?.id]).toEqual([200, 301]);
  });
});

describe('servedFile', () => {
  const log = logRequest([], 'page-1', request, { ...answer, answeredBy });
  it('is in a folder that a container mounts which answered in the tab', () => {
    const at = request.host;
    const file = '/root/site/index.html';
    expect(servedFile(log, 'page-1', at, ['/root/x', file])).toBe(file);
    expect(servedFile(log, 'page-1', at, ['/root/sites/index.html'])).toBeUndefined();
    expect(servedFile(log, 'page-2', at, [file])).toBeUndefined();
    // The tab went on to somebody else's page since.
    expect(servedFile(log, 'page-1', 'localhost:9999', [file])).toBeUndefined();
  });
});

it('is told in words', () => {
  expect(outcomeText({ status: '200 OK' })).toBe('200 OK');
  expect(outcomeText({ failed: 'refused' })).toBe('ERR_CONNECTION_REFUSED');
  expect([0.42, 12.4, 1234].map(formatTook)).toEqual(['0.4 ms', '12 ms', '1.2 s']);
});
