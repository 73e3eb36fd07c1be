import { FastForward, Pause, Play } from 'lucide-react';
import { useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { IconButton } from '../parts/icon-button.tsx';

/** Virtual seconds a real one. */
export const SPEEDS = [1, 10, 60];

/** How fast time passes on the machines: paused, as here, faster, or on to the next thing that happens. */
export function ClockControl() {
  const workbench = useWorkbench();
  const { speed, isPaused } = useTime();
  return (
    <div className="clock" role="group" aria-label="Time on the machines" data-paused={isPaused}>
      <IconButton
        label={isPaused ? 'Let time go on' : 'Pause time: programs that wait go on waiting'}
        onClick={() => workbench.setTime({ isPaused: !isPaused })}
      >
        {isPaused ? <Play size={17} /> : <Pause size={17} />}
      </IconButton>
      {isPaused && <span className="clock-paused">Paused</span>}
      <select
        aria-label="Speed of time"
        title="Speed of time"
        value={speed}
        onChange={(event) => workbench.setTime({ speed: Number(event.target.value), isPaused: false })}
      >
        {SPEEDS.map((each) => (
          <option key={each} value={each}>
            {each}×
          </option>
        ))}
      </select>
      <IconButton label="Skip to the next thing that happens" onClick={() => workbench.skipAhead()}>
        <FastForward size={17} />
      </IconButton>
    </div>
  );
}

function useTime(): { speed: number; isPaused: boolean } {
  const speed = useSession((session) => session.speed);
  const isPaused = useSession((session) => session.isPaused);
  return { speed, isPaused };
}
