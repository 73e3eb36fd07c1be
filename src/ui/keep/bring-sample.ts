import { fileToOpen, freeName } from '../../state/bring-files.ts';
import { openFile } from '../../state/files.ts';
import type { Sample } from '../../state/samples.ts';
import { FIRST_MACHINE, machineOf } from '../../state/session.ts';
import { PROJECT_FOLDER, type Workbench } from '../../state/workbench.ts';

/** Folders of a sample that was taken again and again are told apart up to so many. */
const MOST = 30;

/** Puts a sample into a folder of its own and its command to the prompt, for the learner to run. Says what went wrong. */
export async function bringSample(workbench: Workbench, sample: Sample): Promise<void> {
  const { connection } = workbench;
  try {
    const names = Array.from({ length: MOST }, (_, index) =>
      index ? `${sample.id}-${index + 1}` : sample.id,
    );
    const { paths } = await connection.query('presentPaths', { paths: names });
    const folder = freeName(sample.id, paths);
    const files = sample.files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
    await connection.query('putFiles', { label: `Sample ${folder}`, files, replace: false });
    const open = fileToOpen(files.map(({ path }) => path));
    if (open !== undefined) await openFile(workbench, `${PROJECT_FOLDER}/${open}`);
    insert(workbench, `cd ~/site/${folder} && ${sample.command}`);
    workbench.notify(
      `It is in ${PROJECT_FOLDER}/${folder}. Run the command, then open ${sample.address} in the browser.`,
    );
  } catch (error) {
    workbench.notify(error instanceof Error ? error.message : String(error), 'problem');
  }
}

/** Where the terminal at hand is one of the first machine: only that one has the project. */
function insert(workbench: Workbench, command: string): void {
  const { session, mirror } = workbench;
  const { activeTerminal } = session.getState();
  if (machineOf(session.getState(), activeTerminal) !== FIRST_MACHINE) return;
  if (mirror.getState().terminal.get(activeTerminal)?.atPrompt) workbench.insertCommand(command);
}
