import type { Process, Program } from '../../kernel/process.ts';
import { command, complain } from '../support/command.ts';
import { readAllText } from '../support/input.ts';
import { quote } from '../support/quote.ts';

/** factor: prime factors of numbers. Simplified: by trial, up to 2^53. @see GNU coreutils factor */
export const factor: Program = command(
  { short: 'h', long: { exponents: 'h' }, usage: '[OPTION] [NUMBER]...', busyboxUsage: '[NUMBER]...\n\nPrint prime factors' },
  async (proc, options) => {
    const words = options.operands.length
      ? options.operands
      : (await readAllText(proc, proc.stdin)).split(/\s+/).filter((word) => word !== '');
    let status = 0;
    for (const word of words) {
      if (/^\+?\d+$/.test(word) && Number(word) <= Number.MAX_SAFE_INTEGER) {
        const number = Number(word);
        await proc.out(`${[`${number}:`, ...(await primeFactors(proc, number))].join(' ')}\n`);
      } else {
        await complain(proc, `${quote(word)} is not a valid positive integer`);
        status = 1;
      }
    }
    return status;
  },
); // prettier-ignore

async function primeFactors(proc: Process, number: number): Promise<number[]> {
  const found: number[] = [];
  let rest = number;
  for (let by = 2; by * by <= rest; by += by === 2 ? 1 : 2) {
    for (; rest % by === 0; rest /= by) found.push(by);
    if ((by & 1023) > 1) continue;
    const turn = proc.tick(512);
    if (turn) await turn;
  }
  return rest > 1 ? [...found, rest] : found;
}
