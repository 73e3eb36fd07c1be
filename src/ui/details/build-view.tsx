import '../builds/builds.css';
import type { Detailed } from '../../state/session.ts';
import { BuildSteps } from '../builds/build-steps.tsx';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';
import { CommandChip } from './fact-list.tsx';
import { useQuery } from './use-details.ts';

interface BuildViewProps {
  what: Detailed;
  onType: (command: string) => void;
}

/** The last build that made an image: its steps, and which of them came from the cache. */
export function BuildView({ what: { id, machine, name }, onType }: BuildViewProps) {
  const { session } = useWorkbench();
  const builds = useMirror((mirror) => mirror.build);
  const { answer, problem } = useQuery('imageBuild', { id, machine }, builds);
  if (problem) return <p role="alert">{problem}</p>;
  if (!answer) return null;
  const { build } = answer;
  if (!build) return <p>It was not built here: it was pulled, loaded or committed.</p>;
  return (
    <>
      <CommandChip command={`docker image history ${name}`} onType={onType} />
      <p>
        Build {build.id}, from {build.dockerfileName}.{' '}
        <button
          type="button"
          className="button button-quiet"
          onClick={() => session.setState({ detailed: undefined, upperTab: 'builds', rightTab: 'upper' })}
        >
          All builds
        </button>
      </p>
      <BuildSteps build={build} critical={[]} />
    </>
  );
}
