import { useEffect, useState } from 'react';
import type { Detailed } from '../../state/session.ts';
import { FactList } from './fact-list.tsx';
import { useQuery } from './use-details.ts';

const EVERY_MS = 1000;
const MOST = 60;
const HEIGHT = 48;

/** What a container uses, each second, and the last minute of it as a line. */
export function StatsView({ what, onType }: { what: Detailed; onType: (command: string) => void }) {
  const [round, setRound] = useState(0);
  const asked = useQuery('containerStats', { id: what.id, machine: what.machine }, round);
  const { answer, problem } = asked;
  useEffect(() => {
    // An answer takes a second to be measured: asking again before it came would never get one.
    if (!asked.answer && !asked.problem) return undefined;
    const timer = setTimeout(() => setRound((count) => count + 1), EVERY_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const [samples, setSamples] = useState<readonly number[]>([]);
  const [seen, setSeen] = useState(answer);
  if (answer && answer !== seen) {
    setSeen(answer);
    setSamples([...samples.slice(1 - MOST), Number.parseFloat(answer.cpu)]);
  }
  if (problem) return <p>It does not run: it uses nothing.</p>;
  if (!answer) return <p className="soft">Measuring…</p>;
  const format = (field: string): string => `docker stats --no-stream --format '{{.${field}}}' ${what.name}`;
  return (
    <>
      <figure className="stats-figure">
        <figcaption className="soft">CPU, the last minute</figcaption>
        <svg
          className="stats-line"
          viewBox={`0 0 ${MOST} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`CPU: ${answer.cpu} now, at most ${Math.max(...samples, 0).toFixed(2)}%`}
        >
          <polyline points={linePoints(samples)} />
        </svg>
      </figure>
      <FactList
        onType={onType}
        facts={[
          { label: 'CPU', value: answer.cpu, command: format('CPUPerc') },
          {
            label: 'Memory',
            value: `${answer.memory} (${answer.memoryPercent})`,
            command: format('MemUsage'),
          },
          { label: 'Network', value: answer.network, command: format('NetIO') },
          { label: 'Processes', value: answer.processes, command: format('PIDs') },
        ]}
      />
    </>
  );
}

/** The newest at the right; as high as the largest, at least 1 %. */
export function linePoints(samples: readonly number[]): string {
  const most = Math.max(1, ...samples);
  return samples
    .map(
      (value, index) =>
        `${MOST - samples.length + index},${(HEIGHT - 3 - (value / most) * (HEIGHT - 6)).toFixed(1)}`,
    )
    .join(' ');
}
