import { describe, expect, it } from 'vitest';
import { BLANK, browse } from './browser-state.ts';

const get = (host: string, target: string) => ({ method: 'GET', headers: [], host, target });

describe('browse', () => {
  it('goes where the address says and follows a redirect', () => {
    const asked = browse(BLANK, { type: 'go', typed: '4000' });
    expect(asked).toEqual({
      phase: 'loading',
      navigation: { entries: [get('localhost:4000', '/')], index: 0 },
      request: get('localhost:4000', '/'),
      visit: 1,
      typed: 'localhost:4000',
      message: '',
      title: '',
    });
    const shown = browse(asked, {
      type: 'shown',
      host: 'localhost:4000',
      target: '/home',
      title: 'Home',
      status: 200,
    });
    expect([shown.phase, shown.title]).toEqual(['shown', 'Home']);
    expect(shown.typed).toBe('localhost:4000/home');
    expect(shown.request).toBe(asked.request);
    expect(browse(shown, { type: 'reload' }).request).toEqual(get('localhost:4000', '/home'));
  });

  it('leaves to whoever types the next address meanwhile what they typed', () => {
    const typing = browse(browse(BLANK, { type: 'go', typed: '4000' }), { type: 'typed', text: '80' });
    const at = { host: 'localhost:4000', target: '/home', title: '', status: 200 };
    expect(browse(typing, { type: 'shown', ...at }).typed).toBe('80');
    expect(browse(browse(typing, { type: 'go', typed: '80' }), { type: 'shown', ...at }).typed).toBe(
      'localhost:4000/home',
    );
  });

  it('says what is wrong with an address and stays where it was', () => {
    const failed = browse(BLANK, { type: 'go', typed: 'https://x' });
    expect([failed.phase, failed.request]).toEqual(['failed', undefined]);
    expect(failed.message).toContain('Only http is simulated');
  });

  it('goes back in a new frame', () => {
    const first = browse(BLANK, { type: 'go', typed: '4000' });
    const second = browse(first, { type: 'navigate', request: get('localhost:4000', '/about.html') });
    const back = browse(second, { type: 'step', by: -1 });
    expect([back.visit, back.request, back.typed]).toEqual([3, get('localhost:4000', '/'), 'localhost:4000']);
  });
});
