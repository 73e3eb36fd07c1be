import './keep.css';
import { useEffect, useRef, useState } from 'react';
import type { Sample } from '../../state/samples.ts';
import { PROJECT_FOLDER, type Workbench } from '../../state/workbench.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { bringSample } from './bring-sample.ts';
import { takeFiles } from './keep-files.ts';

/** Files and folders of the learner's computer, and samples, for the project. */
export function AddFilesDialog({ onClose }: { onClose: () => void }) {
  const workbench = useWorkbench();
  const samples = useSamples(workbench);
  const begin = (sample: Sample): void => {
    onClose();
    void bringSample(workbench, sample);
  };
  return (
    <Dialog title="Add files" onClose={onClose} size="large">
      <p className="keep-about">
        They go into the project folder, {PROJECT_FOLDER}: a Dockerfile, a compose file, anything. A zip is
        unpacked. You can also drop files and folders on the page: on a terminal they go into the folder of
        its shell.
      </p>
      <div className="add-files">
        <Picker label="Choose files…" onClose={onClose} />
        <Picker label="Choose a folder…" isFolder onClose={onClose} />
      </div>
      <h3>Or begin with a sample</h3>
      <ul className="samples" aria-label="Samples">
        {samples?.map((sample) => (
          <li key={sample.id}>
            <div>
              <p className="sample-title">{sample.title}</p>
              <p className="soft">{sample.about}</p>
              <code>{sample.command}</code>
            </div>
            <button
              type="button"
              className="button"
              aria-label={`Add “${sample.title}”`}
              onClick={() => begin(sample)}
            >
              Add
            </button>
          </li>
        ))}
      </ul>
      <p className="soft">
        Each goes into a folder of its own, and its command is put at the prompt for you to run.
      </p>
    </Dialog>
  );
}

interface PickerProps {
  label: string;
  isFolder?: boolean;
  onClose: () => void;
}

/** Opens the browser's own choice of files, and takes in what is chosen. */
function Picker({ label, isFolder = false, onClose }: PickerProps) {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current) field.current.webkitdirectory = isFolder;
  }, [isFolder]);
  return (
    <>
      <button type="button" className="button" onClick={() => field.current?.click()}>
        {label}
      </button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void takeFiles(workbench, files, confirm).then((isDone) => isDone && onClose());
        }}
      />
    </>
  );
}

function useSamples(workbench: Workbench): readonly Sample[] | undefined {
  const [samples, setSamples] = useState<readonly Sample[]>();
  useEffect(() => {
    workbench.loadSamples().then(setSamples, () => setSamples([]));
  }, [workbench]);
  return samples;
}
