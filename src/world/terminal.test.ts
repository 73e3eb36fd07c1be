import { describe, expect, it } from 'vitest';
import { KEYS } from '../kernel/testing/test-terminal.ts';
import { openTestTerminal } from './testing/open-terminal.ts';

const { interrupt, suspend, up } = KEYS;
const DETACH = '\x10\x11';

/** The screen after these keys, typed one after another; `web` runs, images are there. */
async function typed(...keys: readonly string[]): Promise<string> {
  const terminal = await openTestTerminal(
    'docker pull -q alpine; docker pull -q debian; docker run -d --name web alpine sleep 9999',
  );
  for (const key of keys) await terminal.type(key, key.startsWith('yes') ? 50 : 1500);
  return terminal.screen;
}

describe('a shell in a container', () => {
  it('edits lines, and has jobs of its own', async () => {
    const keys = [
      'docker run -it --rm alpine sh\r',
      'echo hi\r',
      up,
      '\r',
      'sleep 99\r',
      suspend,
      'jobs\r',
      'fg\r',
      interrupt,
    ];
    expect(await typed(...keys)).toBe(
      `$ docker run -it --rm alpine sh
/ # echo hi
hi
/ # echo hi
hi
/ # sleep 99
^Z
[1]+  Stopped                 sleep 99
/ # jobs
[1]+  Stopped                 sleep 99
/ # fg
sleep 99
^C
/ #`,
    );
  });

  it('is interrupted, cleared and left', async () => {
    const keys = [
      'docker run -it --rm alpine\r',
      'yes\r',
      interrupt,
      'clear\r',
      'while :; do :; done\r',
      interrupt,
      'read x\r',
      interrupt,
      'stty size\r',
      'exit 3\r',
      'echo $?\r',
    ];
    expect(await typed(...keys)).toBe(
      '/ # while :; do :; done\n^C\n/ # read x\n^C\n/ # stty size\n24 80\n/ # exit 3\n$ echo $?\n3\n$',
    );
  });

  it('completes files and runs a paste line by line', async () => {
    expect(
      await typed(
        'docker exec -it web sh\r',
        'ls /etc/os-re\t',
        '\r',
        'echo a\recho b\r',
        '\x04',
        'echo out\r',
      ),
    ).toBe(
      '$ docker exec -it web sh\n/ # ls /etc/os-release\n/etc/os-release\n/ # echo a\na\n/ # echo b\nb\n/ #\n$ echo out\nout\n$',
    );
  });

  it('gives the terminal back though something runs on in it', async () => {
    expect(
      await typed(
        'docker exec -it web sh\r',
        'sleep 77 &\r',
        'exit\r',
        'docker exec web ps | grep -c "sleep 77$"\r',
      ),
    ).toContain('/ # exit\n$ docker exec web ps | grep -c "sleep 77$"\n1\n$');
  });

  it('follows the size of the terminal', async () => {
    const terminal = await openTestTerminal('docker pull -q alpine');
    await terminal.type('docker run -it --rm alpine\r', 1500);
    await terminal.resize(60, 20);
    expect(await terminal.type('stty size\r')).toContain('20 60');
  });

  it('is bash where the image has it', async () => {
    const screen = await typed(
      'docker run -it --rm --hostname box debian bash\r',
      'echo one two\r',
      'echo !$\r',
      'sleep 9\r',
      KEYS.quit,
      'sleep 9\r',
      suspend,
      'exit\r',
      'exit\r',
    );
    expect(screen).toBe(
      `$ docker run -it --rm --hostname box debian bash
root@box:/# echo one two
one two
root@box:/# echo !$
echo two
two
root@box:/# sleep 9
^\\Quit (core dumped)
root@box:/# sleep 9
^Z
[1]+  Stopped                 sleep 9
root@box:/# exit
exit
There are stopped jobs.
root@box:/# exit
exit
$`,
    );
  });
});

describe('leaving a container', () => {
  it('Ctrl-P Ctrl-Q detaches, and attaching goes on', async () => {
    const screen = await typed(
      'docker run -it --name box alpine\r',
      'x=kept\r',
      DETACH,
      '\r',
      'clear\r',
      'docker attach box\r',
      'echo $x\r',
      '\x04',
      'docker ps -q | wc -l\r',
    );
    expect(screen).toContain('docker attach box\n');
    expect(screen.split('\n').slice(-6)).toEqual([
      '/ # echo $x',
      'kept',
      '/ #',
      '$ docker ps -q | wc -l',
      '1',
      '$',
    ]);
  });

  it('says so where one was attached, and the shell there sees none of the keys', async () => {
    const screen = await typed(
      'docker run -dit --name box alpine > /dev/null\r',
      'docker attach box\r',
      'echo one\r',
      DETACH,
      'echo $?\r',
      'docker attach --detach-keys a,b box\r',
      'echo ca',
      'x\r',
      'ab',
      'docker exec -it box sh\r',
      DETACH,
      'echo $?\r',
    );
    expect(screen.split('\n').slice(2)).toEqual([
      '/ # echo one',
      'one',
      '/ # read escape sequence',
      '$ echo $?',
      '1',
      '$ docker attach --detach-keys a,b box',
      '/ # echo cax',
      'cax',
      '/ # read escape sequence',
      '$ docker exec -it box sh',
      '/ # read escape sequence',
      '$ echo $?',
      '1',
      '$',
    ]);
  });

  it('Ctrl-C goes to the program of a container, the third one ends the client whatever that does', async () => {
    const forced = '\ngot 3 SIGTERM/SIGINTs, forcefully exiting\n';
    expect(
      await typed('docker attach web\r', interrupt, interrupt, interrupt, 'echo $?; docker ps -q | wc -l\r'),
    ).toBe(`$ docker attach web\n^C^C^C${forced}$ echo $?; docker ps -q | wc -l\n1\n1\n$`);
    expect(
      await typed(
        'docker run --rm alpine sleep 9999\r',
        interrupt,
        interrupt,
        interrupt,
        'echo $?; docker ps -q | wc -l\r',
      ),
    ).toBe(`$ docker run --rm alpine sleep 9999\n^C^C^C${forced}$ echo $?; docker ps -q | wc -l\n1\n2\n$`);
  });

  it('Ctrl-C ends what only follows', async () => {
    const screen = await typed(
      'docker logs -f web 2>/dev/null | grep nothing\r',
      interrupt,
      'docker logs -f web >/dev/null 2>&1\r',
      interrupt,
      'docker exec -it web sleep 99\r',
      interrupt,
      '\r',
      'pgrep docker\r',
    );
    expect(screen).toBe(
      '$ docker logs -f web 2>/dev/null | grep nothing\n^C\n$ docker logs -f web >/dev/null 2>&1\n^C$ docker exec -it web sleep 99\n^C$\n$ pgrep docker\n$',
    );
  });
});

it('Ctrl-C ends the reading of a large compose file at once', async () => {
  const terminal = await openTestTerminal(
    'cd; { echo services:; for i in $(seq 2000); do echo "  s$i: {image: a, command: [x, y]}"; done; } > compose.yaml; docker compose config -q',
  );
  const line = '$ docker compose config -q; echo $?';
  expect(await terminal.type(`${line.slice(2)}\r`, 60)).toBe(line);
  expect(await terminal.type(interrupt, 5)).toBe(`${line}\n^C130\n$`);
});
