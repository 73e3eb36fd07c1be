import { describe, expect, it } from 'vitest';
import { done, failed, working } from './progress-event.ts';
import { ProgressScreen } from './progress-screen.ts';

const plain = (text: string): string => text.replaceAll(/\x1b\[[\d;?]*[A-Za-z]/g, '');

describe('ProgressScreen', () => {
  it('shows nothing before something happens', () => {
    expect(new ProgressScreen('Running').draw(0, 80)).toBe('');
  });

  it('has a row for each thing: how far it is, and for how long', () => {
    const screen = new ProgressScreen('Running');
    screen.see(working('Container app-web-1', 'Starting'), 0);
    screen.see(done('Network app', 'Created'), 100);
    expect(plain(screen.draw(300, 70))).toBe(
      '[+] Running 1/0\n' +
        ' ⠸ Container app-web-1  Starting                                 0.3s \n' +
        ' ✔ Network app          Created                                  0.0s \n',
    );
  });

  it('draws over what it has drawn, and stops the clock of what has ended', () => {
    const screen = new ProgressScreen('Stopping');
    screen.see(working('Container a', 'Stopping'), 0);
    screen.draw(0, 60);
    screen.see(done('Container a', 'Stopped'), 1500);
    const drawn = screen.draw(9000, 60);
    expect(drawn.startsWith('\x1b[2A\x1b[0G')).toBe(true);
    expect(plain(drawn)).toBe(
      '[+] Stopping 1/1\n ✔ Container a  Stopped                                1.5s \n',
    );
  });

  it('puts parts below the whole', () => {
    const screen = new ProgressScreen('Pulling');
    screen.see({ id: 'db', status: 'working', text: 'Pulling' }, 0);
    screen.see({ id: '4abcf2066143', parent: 'db', status: 'done', text: 'Pull complete' }, 0);
    screen.see(failed('web', 'Error'), 0);
    const rows = plain(screen.draw(0, 60))
      .split('\n')
      .map((row) => row.trimEnd());
    expect(rows[1]).toMatch(/^ ⠋ db Pulling/);
    expect(rows[2]).toMatch(/^ {3}✔ 4abcf2066143 Pull complete/);
    expect(rows[3]).toMatch(/^ ✘ web/);
  });
});
