import type { Program } from '../../kernel/process.ts';
import { execCommand } from '../support/spawn.ts';

/** zgrep: grep in files that gzip packed, each read through `gzip -cdfq`. @see zgrep(1) */
export const zgrep: Program = async (proc) => {
  const words = proc.argv.slice(1);
  const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
  const options: string[] = [];
  while (words[0]?.startsWith('-') && words[0] !== '-') {
    const word = words.shift() ?? '';
    options.push(word);
    if (/^-[ABCefm]$/.test(word)) options.push(words.shift() ?? '');
  }
  const pattern = options.some((word) => /^-[ef]/.test(word)) ? [] : [words.shift()];
  if (pattern[0] === undefined && pattern.length > 0) {
    await proc.err('Usage: zgrep [OPTION]... [-e] PATTERN [FILE]...\n');
    return 2;
  }
  const grep = ['grep', ...options, '-e', ...pattern.filter((word) => word !== undefined)].map(quoted).join(' ');
  const one = words.length < 2 || options.some((word) => /^-[a-zA-Z]*h/.test(word));
  const calls = (words.length ? words : ['-']).map((name) => {
    const label = one ? '' : ` -H --label=${quoted(name)}`;
    return `gzip -cdfq -- ${quoted(name)} | ${grep}${label} && r=0`;
  });
  const result = await execCommand(proc, ['sh', '-c', `r=1; ${calls.join('; ')}; exit $r`]);
  return typeof result === 'number' ? result : result.status;
}; // prettier-ignore
