import { describe, expect, it } from 'vitest';
import { KEYS } from '../kernel/testing/test-terminal.ts';
import { openShell } from './testing/open-shell.ts';

const SET_UP = [
  `mkdir -p /w/data/deep /w/'my dir' /w/.hid; cd /w`,
  `touch 'a b.txt' abc.txt abd.txt "it's" 'q"x' .env run.sh data/one '$x' eins zwei; chmod +x run.sh`,
  `deploy() { :; }; alias dc=docker; TARGET=x TARDIR=/w`,
].join('; ');

const hooks = {
  completeArguments: (words: readonly string[]): string[] =>
    words[0] === 'docker'
      ? words.at(-2) === 'rm'
        ? ['web', 'web-2']
        : ['run', 'rm', 'rmi', '--format=']
      : [],
};

/** The line after these keys. */
async function after(keys: string): Promise<string> {
  const terminal = await openShell({ setUp: SET_UP, hooks });
  await terminal.press(...keys.split(/(?=\t)/), '|');
  return terminal.screen.split('\n').at(-1) ?? '';
}

describe('Tab', () => {
  it.each([
    // commands
    ['depl\t', '$ deploy |'],
    ['histo\t', '$ history |'],
    ['whil\t', '$ while |'],
    ['true && histo\t', '$ true && history |'],
    ['true | histo\t', '$ true | history |'],
    ['(histo\t', '$ (history |'],
    ['echo $(histo\t', '$ echo $(history |'],
    ['echo "$(histo\t', '$ echo "$(history |'],
    ['echo `histo\t', '$ echo `history |'],
    ['if histo\t', '$ if history |'],
    ['A=1 B="x y" histo\t', '$ A=1 B="x y" history |'],
    ['./ru\t', '$ ./run.sh |'],
    ['./ei\t', '$ ./ei|'],
    ['type histo\t', '$ type history |'],
    // files
    ['cat ab\tc\t', '$ cat abc.txt |'],
    ['cat a\t', '$ cat a|'],
    ['cat a\\ \t', '$ cat a\\ b.txt |'],
    ['cat "a \t', '$ cat "a b.txt" |'],
    ["cat 'a \t", "$ cat 'a b.txt' |"],
    ['cat it\t', "$ cat it\\'s |"],
    ["cat 'it\t", "$ cat 'it'\\''s' |"],
    ['cat q\t', '$ cat q\\"x |'],
    ['cat "q\t', '$ cat "q\\"x" |'],
    ['cat \\$\t', '$ cat \\$x |'],
    ['cat .e\t', '$ cat .env |'],
    ['cat dat\to\t', '$ cat data/one |'],
    ['cat my\t', '$ cat my\\ dir/|'],
    ['cat < ei\t', '$ cat < eins |'],
    ['cat x >ei\t', '$ cat x >eins |'],
    ['cat --file=ei\t', '$ cat --file=eins |'],
    ['dd of=data/o\t', '$ dd of=data/one |'],
    ['cat /w/ei\t', '$ cat /w/eins |'],
    ['cat $TARDIR/ei\t', '$ cat $TARDIR/eins |'],
    ['cd \t', '$ cd |'],
    ['cd d\t', '$ cd data/|'],
    ['cd data/\t', '$ cd data/deep/|'],
    ['cd .h\t', '$ cd .hid/|'],
    ['cat none\t', '$ cat none|'],
    // variables
    ['echo $TARG\t', '$ echo $TARGET |'],
    ['echo "$TARG\t', '$ echo "$TARGET |'],
    ['echo ${TARG\t', '$ echo ${TARGET} |'],
    ['ls $TARD\t', '$ ls $TARDIR/|'],
    ["echo '$TARG\t", "$ echo '$TARG|"],
    ['unset TARG\t', '$ unset TARGET |'],
    // arguments that a command knows
    ['docker ru\t', '$ docker run |'],
    ['docker rm w\t', '$ docker rm web|'],
    ['true; docker ru\t', '$ true; docker run |'],
    ['sudo docker ru\t', '$ sudo docker run |'],
    ['docker --fo\t', '$ docker --format=|'],
    ['docker run ei\t', '$ docker run eins |'],
  ])('%j', async (keys, line) => {
    expect(await after(keys)).toBe(line);
  });

  it('works where the cursor is', async () => {
    const terminal = await openShell({ setUp: SET_UP });
    await terminal.press('cat ei zw', KEYS.left, KEYS.left, KEYS.left, '\t');
    expect(terminal.screen).toBe('$ cat eins  zw');
  });

  it('lists names as they are', async () => {
    const terminal = await openShell({ setUp: SET_UP });
    expect(await terminal.press('cat data/../a', '\t', '\t')).toBe(
      '$ cat data/../a\na b.txt  abc.txt  abd.txt\n$ cat data/../a',
    );
  });

  describe('after complete', () => {
    const FUNCTIONS = [
      'words() { COMPREPLY=($(compgen -W "${COMP_WORDS[0]}-$COMP_CWORD" -- "$2")); }',
      'broken() { : ${nothing:?gone}; }',
    ].join('; ');
    const line = async (specification: string, keys: string): Promise<string> => {
      const terminal = await openShell({ setUp: `${SET_UP}; ${FUNCTIONS}; complete ${specification}` });
      return terminal.press(...keys.split(/(?=\t)/), '|');
    };

    it.each([
      ["-W 'start status' svc", 'svc stat\t', '$ svc status |'],
      ["-o nospace -W 'key=' svc", 'svc k\t', '$ svc key=|'],
      ['-d svc', 'svc data/d\t', '$ svc data/deep/|'],
      ['-F words svc', 'svc a svc\t', '$ svc a svc-2 |'],
      ['-o default -W x svc', 'svc ei\t', '$ svc eins |'],
      ['-F nosuch svc', 'svc a\t', '$ svc a|'],
    ])('%s', async (specification, keys, expected) => {
      expect(await line(specification, keys)).toBe(expected);
    });

    it.each(['while :; do :; done', 'sleep 1000'])('Ctrl-C ends a function that does %s', async (body) => {
      const terminal = await openShell({ setUp: `slow() { ${body}; }; complete -F slow svc` });
      await terminal.type('svc \t', 200);
      expect(await terminal.type('\x03', 200)).toContain('$ svc');
      expect(await terminal.type('\x03echo on\r', 200)).toContain('\non\n$');
    });

    it('what goes wrong in a function leaves the line', async () => {
      expect(await line('-F broken svc', 'svc a\t')).toContain('nothing: gone');
      const terminal = await openShell({ setUp: `${FUNCTIONS}; complete -F broken svc` });
      await terminal.press('svc', '\t', ' b', '\t');
      expect(await terminal.press('\x03', 'echo on\r')).toContain('\non\n$');
    });
  });

  it('can be switched off', async () => {
    let on = false;
    const terminal = await openShell({ hooks: { completes: () => on } });
    expect(await terminal.press('histo\t')).toBe('$ histo');
    on = true;
    expect(await terminal.press('\r', 'clear\r', 'histo\t')).toBe('$ history');
  });
});
