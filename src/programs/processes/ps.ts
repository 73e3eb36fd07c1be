import type { Process, ProcessInfo, Program } from '../../kernel/process.ts';
import { findUser } from '../support/users.ts';
import { argsOf, cpuClock, psColumns, type PsColumn } from './ps-columns.ts';

/** ps of procps (`ps`, `ps aux`, `ps -ef`, `-o`, `-p`, `-C`, `-u`, `--sort`) and of busybox. @see ps(1) */
export const ps: Program = (proc) => (proc.busybox ? busyboxPs(proc) : procpsPs(proc));

/** Busybox shows every process whatever it is asked, but knows -o. */
async function busyboxPs(proc: Process): Promise<number> {
  const words = proc.argv.slice(1);
  const at = words.findIndex((word) => word.startsWith('-o'));
  const all = [...proc.processes()].sort((a, b) => a.pid - b.pid);
  const known = psColumns(proc);
  if (at >= 0) {
    const names = (words[at] === '-o' ? (words[at + 1] ?? '') : (words[at] ?? '').slice(2)).split(',');
    const bad = names.find((name) => !known[name.replace(/=.*/, '')]);
    if (bad !== undefined) {
      await proc.err(
        `ps: bad -o argument '${bad}', supported arguments: user,group,comm,args,pid,ppid,pgid,tty,vsz,sid,stat,rss\n`,
      );
      return 1;
    }
    return table(
      proc,
      all,
      names.map((name) => busyboxColumn(known[name] as PsColumn, name)),
    );
  }
  if (words.some((word) => /^-/.test(word) && !/^-[oTwelfA]+$/.test(word))) {
    await proc.err(
      `ps: unrecognized option: ${words.find((word) => word.startsWith('-'))?.charAt(1) ?? ''}\n`,
    );
    return 1;
  }
  const width = proc.stdout.kind === 'tty' ? (proc.stdout.tty?.getSize().columns ?? 80) : Infinity;
  const rows = [`PID   USER     TIME  COMMAND`];
  for (const info of all) {
    const user = known.user?.value(info).slice(0, 8) ?? '';
    rows.push(
      `${String(info.pid).padStart(5)} ${user.padEnd(8)} ${cpuClock(info.cpuMicros, false).padStart(5)} ${argsOf(info)}`.slice(
        0,
        width,
      ),
    );
  }
  await proc.out(`${rows.join('\n')}\n`);
  return 0;
}

function busyboxColumn(column: PsColumn, name: string): PsColumn {
  const widths: Readonly<Record<string, number>> = {
    pid: 5,
    ppid: 5,
    pgid: 5,
    sid: 5,
    user: 8,
    group: 8,
    comm: 16,
    args: 27,
    time: 5,
    etime: 7,
    vsz: 6,
    stat: 4,
    rss: 4,
    tty: 6,
  };
  return { ...column, right: false, width: widths[name] ?? column.width };
}

interface Request {
  readonly chosen: (info: ProcessInfo) => boolean;
  readonly columns: readonly PsColumn[];
  readonly headers: boolean;
  readonly sort: string | undefined;
}

async function procpsPs(proc: Process): Promise<number> {
  const request = parseRequest(proc, proc.argv.slice(1));
  if (typeof request === 'string') {
    await proc.err(
      `error: ${request}\n\nUsage:\n ps [options]\n\n Try 'ps --help <simple|list|output|threads|misc|all>'\n  or 'ps --help <s|l|o|t|m|a>'\n for additional help text.\n\nFor more details see ps(1).\n`,
    );
    return 1;
  }
  const rows = [...proc.processes()].filter(request.chosen).sort((a, b) => a.pid - b.pid);
  const { sort } = request;
  const key = sort && psColumns(proc)[sort.replace(/^[-+]/, '')];
  if (key) {
    const value = (info: ProcessInfo): number => Number.parseFloat(key.value(info)) || 0;
    rows.sort((a, b) => (value(a) - value(b)) * (sort.startsWith('-') ? -1 : 1));
  }
  await table(proc, rows, request.columns, request.headers);
  return rows.length > 0 ? 0 : 1;
}

const FORMS: Readonly<Record<'plain' | 'full' | 'user' | 'bsd' | 'jobs', string>> = {
  plain: 'pid,tty=TTY,time,comm=CMD',
  full: 'user=UID,pid,ppid,c,stime,tty=TTY,time,cmd',
  user: 'user,pid,pcpu,pmem,vsz,rss,tty=TTY,stat,start_time=START,bsdtime,command',
  bsd: 'pid,tty=TTY,stat,bsdtime,command',
  jobs: 'pid,pgid,sid,tty=TTY,time,comm=CMD',
};

function parseRequest(proc: Process, words: readonly string[]): Request | string {
  let everyone = false;
  let withoutTty = false;
  let form: keyof typeof FORMS = 'plain';
  let format: string[] = [];
  let headers = true;
  let sort: string | undefined;
  const tests: ((info: ProcessInfo) => boolean)[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word.startsWith('--')) {
      const [name = '', value] = word.slice(2).split('=');
      if (name === 'sort') sort = value ?? rest.shift();
      else if (name === 'no-headers' || name === 'no-heading') headers = false;
      else if (name === 'pid' || name === 'ppid') tests.push(byNumber(name, value ?? rest.shift() ?? ''));
      else if (name !== 'forest' && name !== 'cols' && name !== 'width') return `unknown gnu long option`;
      continue;
    }
    if (/^\d+$/.test(word)) {
      tests.push(byNumber('pid', word));
      continue;
    }
    const bsd = !word.startsWith('-');
    for (let at = bsd ? 0 : 1; at < word.length; at++) {
      const letter = word.charAt(at);
      const value = (): string => {
        const attached = word.slice(at + 1);
        at = word.length;
        return attached || (rest.shift() ?? '');
      };
      if (letter === 'o' || letter === 'O') format = [...format, value()];
      else if (letter === 'p') tests.push(byNumber('pid', value()));
      else if (!bsd && letter === 'C') {
        const names = value().split(',');
        const comm = psColumns(proc).comm;
        tests.push((info) => names.includes(comm?.value(info) ?? ''));
      } else if (letter === 'u' && !bsd) {
        const ids = value()
          .split(',')
          .map((name) => findUser(proc.files, name));
        tests.push((info) => ids.includes(info.uid));
      } else if (letter === 'e' || letter === 'A') everyone = !bsd || everyone;
      else if (bsd && letter === 'a') everyone = true;
      else if (bsd && letter === 'x') withoutTty = true;
      else if (bsd && letter === 'u') form = 'user';
      else if (letter === 'f' || letter === 'F') form = bsd ? form : 'full';
      else if (letter === 'j') form = 'jobs';
      else if (!'wlHLTmaxN'.includes(letter)) return bsd ? 'garbage option' : 'unsupported SysV option';
      if (bsd && form === 'plain') form = 'bsd';
    }
  }
  const columns = parseFormat(proc, format.length ? format : [FORMS[form]]);
  if (typeof columns === 'string') return columns;
  const own = proc.processes().find((info) => info.pid === proc.pid)?.ttyName;
  const bsdForm = form === 'bsd' || form === 'user';
  const inScope = (info: ProcessInfo): boolean => {
    if (tests.length > 0) return tests.some((test) => test(info));
    if (!bsdForm) return everyone || (info.ttyName === own && info.uid === proc.uid);
    return (everyone || info.uid === proc.uid) && (withoutTty || info.ttyName !== undefined);
  };
  return {
    chosen: inScope,
    columns,
    headers: headers && !columns.every(({ header }) => header === ''),
    sort,
  };
}

function byNumber(key: 'pid' | 'ppid', list: string): (info: ProcessInfo) => boolean {
  const numbers = list.split(/[ ,]+/).map(Number);
  return (info) => numbers.includes(info[key]);
}

function parseFormat(proc: Process, formats: readonly string[]): PsColumn[] | string {
  const known = psColumns(proc);
  const columns: PsColumn[] = [];
  for (const item of formats.flatMap((format) =>
    /^[^,]*=[^,]*$/.test(format) ? [format] : format.split(/[, ]/),
  )) {
    const equals = item.indexOf('=');
    const name = equals < 0 ? item : item.slice(0, equals);
    const bsdTime: PsColumn = {
      header: 'TIME',
      width: 6,
      right: true,
      value: (info) => cpuClock(info.cpuMicros, false),
    };
    const column = name === 'bsdtime' ? bsdTime : known[name];
    if (!column) return `unknown user-defined format specifier "${name}"`;
    columns.push(equals < 0 ? column : { ...column, header: item.slice(equals + 1) });
  }
  return columns;
}

async function table(
  proc: Process,
  rows: readonly ProcessInfo[],
  columns: readonly PsColumn[],
  headers = true,
): Promise<number> {
  const width = proc.stdout.kind === 'tty' ? (proc.stdout.tty?.getSize().columns ?? 80) : Infinity;
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const column = columns[index];
        if (!column) return cell;
        if (column.right) return cell.padStart(Math.max(column.width, column.header.length));
        return index === columns.length - 1
          ? cell
          : cell.padEnd(Math.max(column.width, column.header.length));
      })
      .join(' ')
      .slice(0, width);
  if (headers) await proc.out(`${line(columns.map(({ header }) => header))}\n`);
  for (const info of rows) await proc.out(`${line(columns.map((column) => column.value(info)))}\n`);
  return 0;
}
