import type { Process } from '../../kernel/process.ts';

/** The name server of /etc/resolv.conf. */
export function nameserver({ files }: Process): string {
  const path = '/etc/resolv.conf';
  const found = files.exists(path) ? /^nameserver\s+(\S+)/m.exec(files.readText(path))?.[1] : undefined;
  return found ?? '127.0.0.11';
}
