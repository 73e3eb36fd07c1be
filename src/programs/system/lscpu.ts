import type { Program } from '../../kernel/process.ts';
import { command } from '../support/command.ts';

/** lscpu: the machine's processors. @see lscpu(1) of util-linux */
export const lscpu: Program = command(
  { short: 'aceJp::', usage: '[options]' },
  async (proc) => {
    const { cpus, architecture } = proc.machine;
    const isArm = architecture === 'arm64';
    const rows: [string, string | number][] = [
      ['Architecture:', isArm ? 'aarch64' : 'x86_64'],
      ['CPU op-mode(s):', isArm ? '64-bit' : '32-bit, 64-bit'],
      ['Byte Order:', 'Little Endian'],
      ['CPU(s):', cpus],
      ['On-line CPU(s) list:', `0-${cpus - 1}`],
      ['Vendor ID:', 'Drydock'],
      ['Model name:', 'Drydock virtual CPU @ 1.00GHz'],
      ['Thread(s) per core:', 1],
      ['Core(s) per socket:', cpus],
      ['Socket(s):', 1],
      ['BogoMIPS:', '2000.00'],
      ['Hypervisor vendor:', 'Drydock'],
      ['Virtualization type:', 'full'],
    ];
    for (const [name, value] of rows) await proc.out(`${name.padEnd(25)}${value}\n`);
    return 0;
  },
); // prettier-ignore
