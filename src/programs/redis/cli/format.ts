import { quoted } from '../dispatch.ts';
import type { Reply } from '../reply.ts';

export type Format = 'raw' | 'pretty' | 'csv';

/** A reply as redis-cli shows it, with its line end. */
export function formatReply(reply: Reply, format: Format): string {
  if (format === 'raw') return `${raw(reply)}\n`;
  return format === 'csv' ? `${csv(reply)}\n` : `${pretty(reply)}\n`;
}

function raw(reply: Reply): string {
  if (reply === null) return '';
  if (typeof reply !== 'object') return String(reply);
  if ('ok' in reply) return reply.ok;
  if ('error' in reply) return `${reply.error}\n`;
  return 'noArray' in reply ? '' : reply.map(raw).join('\n');
}

function csv(reply: Reply): string {
  if (reply === null) return 'NULL';
  if (typeof reply === 'number' || typeof reply === 'bigint') return String(reply);
  if (typeof reply === 'string') return quoted(reply);
  if ('ok' in reply) return quoted(reply.ok);
  if ('error' in reply) return `ERROR,${quoted(reply.error)}`;
  return 'noArray' in reply ? 'NULL' : reply.map(csv).join(',');
}

function pretty(reply: Reply, indent = ''): string {
  if (reply === null) return '(nil)';
  if (typeof reply === 'number' || typeof reply === 'bigint') return `(integer) ${reply}`;
  if (typeof reply === 'string') return quoted(reply);
  if ('ok' in reply) return reply.ok;
  if ('error' in reply) return `(error) ${reply.error}`;
  if ('noArray' in reply) return '(nil)';
  if (reply.length === 0) return '(empty array)';
  const width = String(reply.length).length;
  return reply
    .map((item, index) => {
      const number = String(index + 1).padStart(width);
      return `${index ? indent : ''}${number}) ${pretty(item, indent + ' '.repeat(width + 2))}`;
    })
    .join('\n');
}

/** Commands whose text is shown as it is also on a terminal. */
export function isShownRaw([name = '', sub = '']: readonly string[]): boolean {
  const command = name.toLowerCase();
  return (
    command === 'info' || command === 'lolwut' ||
    (command === 'client' && /^(list|info)$/i.test(sub)) || (command === 'memory' && /^(doctor|malloc-stats)$/i.test(sub))
  );
} // prettier-ignore
