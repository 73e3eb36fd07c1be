import { tableOf } from '../../lib/table.ts';

/** What common options of well-known commands do, and what their arguments are. */
interface ProgramWords {
  /** What an argument is: `the file`. */
  readonly argument?: string;
  readonly options?: Readonly<Record<string, string>>;
}

const FILE: ProgramWords = { argument: 'the file' };
const LOOK_UP: ProgramWords = { argument: 'the name to look up' };

export const OPTION_WORDS: Readonly<Record<string, ProgramWords>> = tableOf({
  cat: { argument: 'the file', options: { '-n': 'with line numbers' } },
  cd: { argument: 'the folder' },
  chmod: { options: { '-R': 'with all that is in it', '+x': 'it may be run as a program' } },
  chown: { options: { '-R': 'with all that is in it' } },
  cp: { options: { '-r': 'folders with all that is in them', '-a': 'with owners, rights and times' } },
  curl: {
    argument: 'the address',
    options: {
      '-s': 'without the progress',
      '-S': 'errors all the same',
      '-i': 'with the headers of the answer',
      '-I': 'only the headers of the answer',
      '-v': 'with all that is sent and received',
      '-L': 'it follows redirects',
      '-f': 'an error page is an error',
      '-o': 'into a file',
      '-O': 'into a file of the same name',
      '-X': 'the method',
      '-d': 'data to send',
      '-H': 'a header to send',
    },
  },
  dig: LOOK_UP,
  echo: { argument: 'the text', options: { '-n': 'without ending the line', '-e': 'with \\n and the like' } },
  export: { argument: 'the variable' },
  grep: {
    options: {
      '-i': 'upper and lower case are the same',
      '-v': 'only lines that do not fit',
      '-c': 'only how many there are',
      '-n': 'with line numbers',
      '-r': 'in all files of a folder',
      '-E': 'an extended pattern',
      '-q': 'it prints nothing: only its status counts',
    },
  },
  head: { argument: 'the file', options: { '-n': 'so many lines', '-c': 'so many bytes' } },
  kill: { argument: 'the process', options: { '-9': 'the signal KILL, which no process can refuse' } },
  less: FILE,
  ls: {
    argument: 'the folder or file',
    options: {
      '-l': 'with rights, owner, size and time',
      '-a': 'those that begin with a dot, too',
      '-h': 'sizes in readable units',
      '-R': 'with all folders in it',
      '-t': 'the newest first',
    },
  },
  mkdir: {
    argument: 'the folder',
    options: { '-p': 'with the folders on the way; it is no error if it is there' },
  },
  mv: { argument: 'a path' },
  nano: FILE,
  node: { argument: 'the script' },
  nslookup: LOOK_UP,
  ping: { argument: 'the machine', options: { '-c': 'so many times', '-W': 'so long to wait' } },
  ps: { options: { '-e': 'all processes', '-f': 'with more columns' } },
  python: { argument: 'the script', options: { '-c': 'the program follows', '-m': 'a module' } },
  python3: { argument: 'the script', options: { '-c': 'the program follows', '-m': 'a module' } },
  rm: {
    argument: 'the file or folder',
    options: {
      '-r': 'folders with all that is in them',
      '-f': 'without asking; it is no error if it is not there',
    },
  },
  rmdir: { argument: 'the folder' },
  sh: { argument: 'the script', options: { '-c': 'the commands follow' } },
  bash: { argument: 'the script', options: { '-c': 'the commands follow' } },
  sleep: { argument: 'so many seconds' },
  sort: { options: { '-n': 'by number', '-r': 'backwards', '-u': 'each line once' } },
  tail: {
    argument: 'the file',
    options: { '-n': 'so many lines', '-f': 'it goes on with what comes; Ctrl+C ends that' },
  },
  tee: { argument: 'the file', options: { '-a': 'at its end' } },
  touch: FILE,
  vi: FILE,
  vim: FILE,
  wc: { options: { '-l': 'only lines', '-c': 'only bytes', '-w': 'only words' } },
  wget: {
    argument: 'the address',
    options: { '-q': 'without the progress', '-O': 'into a file, - for the terminal' },
  },
});
