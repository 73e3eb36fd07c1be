import { openFile } from '../../state/files.ts';
import { withMoved, withTurned } from '../../state/panes.ts';
import { PROJECT_FOLDER, type Workbench } from '../../state/workbench.ts';
import { useReset } from '../header/use-reset.ts';
import { useTheme } from '../hooks/use-media.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { goTo, type Place } from '../layout/go-to.ts';
import { useBeginLesson } from '../lesson/use-begin-lesson.ts';
import { useLessonHeads } from '../lesson/use-lesson.ts';
import { useConfirm, type Ask } from '../parts/confirm.tsx';
import { openLink } from '../terminal/open-link.ts';
import { useTravel } from '../timeline/use-travel.ts';
import { containerCommands, imageCommands } from '../world/commands.ts';
import { useOtherWorldView } from '../world/use-world-view.ts';
import type { PaletteEntry } from './find-entries.ts';
import { linksIn } from './links-in.ts';

export interface PaletteDialogs {
  readonly onHelp: () => void;
  readonly onRead: () => void;
  readonly onTimeline: () => void;
  readonly onPresent: () => void;
  readonly onSandboxes: () => void;
  readonly onShare: () => void;
}

/** All that the palette can do at the moment it is opened. */
export function useEntries(dialogs: PaletteDialogs): PaletteEntry[] {
  const workbench = useWorkbench();
  const heads = useLessonHeads() ?? [];
  const begin = useBeginLesson();
  const lessons = heads.map(({ id, title }): PaletteEntry => ({
    id: `lesson ${id}`,
    group: 'Begin a lesson',
    title,
    run: () => void begin(id),
  }));
  return [
    ...useActions(workbench, dialogs),
    ...placeEntries(workbench),
    ...linkEntries(workbench, useConfirm()),
    ...commandEntries(workbench),
    ...fileEntries(workbench),
    ...lessons,
  ];
}

function useActions(
  workbench: Workbench,
  { onHelp, onRead, onTimeline, onPresent, onSandboxes, onShare }: PaletteDialogs,
): PaletteEntry[] {
  const travel = useTravel();
  const reset = useReset();
  const theme = useTheme();
  const otherWorldView = useOtherWorldView();
  const { settings, session, screens } = workbench;
  const { projector, lessMotion, screenReader, completion } = settings.getState();
  const { isPaused, split, worldView } = session.getState();
  const other = theme === 'dark' ? 'light' : 'dark';
  const action = (title: string, run: () => void, keys?: string): PaletteEntry => ({
    id: title,
    group: 'Do',
    title,
    run,
    ...(keys ? { keys } : {}),
  });
  return [
    action('Undo', () => void travel('undo'), 'Ctrl+Alt+Z'),
    action('Redo', () => void travel('redo'), 'Ctrl+Alt+Shift+Z'),
    action('Timeline: undo to a point', onTimeline),
    action('Open another terminal', () => workbench.openTerminal()),
    action(
      split ? 'One pane of terminals again' : 'Split: two terminals at once',
      () => workbench.toggleSplit(),
      'Ctrl+Alt+P',
    ),
    ...(split
      ? [
          action('Go to the other terminal', () => workbench.goToOtherPane(), 'Ctrl+Alt+O'),
          action('Move this terminal to the other pane', () => session.setState(withMoved)),
          action(
            split.direction === 'beside' ? 'One terminal above the other' : 'Terminals side by side',
            () => session.setState(withTurned),
          ),
        ]
      : []),
    action(
      'Find in the terminal',
      () => screens.get(session.getState().activeTerminal)?.find(),
      'Ctrl+Shift+F',
    ),
    action(isPaused ? 'Let time go on' : 'Pause time', () => workbench.setTime({ isPaused: !isPaused })),
    ...[1, 10, 60].map((speed) =>
      action(`Time: ${speed}×`, () => workbench.setTime({ speed, isPaused: false })),
    ),
    action('Time: skip to the next thing that happens', () => workbench.skipAhead()),
    action(`Switch to ${other} colours`, () => settings.setState({ theme: other })),
    action(projector ? 'Normal type' : 'Larger type', () => settings.setState({ projector: !projector })),
    action(
      screenReader ? 'Stop reading the terminal to a screen reader' : 'Read the terminal to a screen reader',
      () => settings.setState({ screenReader: !screenReader }),
    ),
    action(completion ? 'Tab completes in the terminal: off' : 'Tab completes in the terminal: on', () =>
      settings.setState({ completion: !completion }),
    ),
    action(lessMotion ? 'Let things move' : 'Less motion', () =>
      settings.setState({ lessMotion: !lessMotion }),
    ),
    action(worldView === 'picture' ? 'World as a list' : 'World as a picture', otherWorldView, 'Ctrl+Alt+W'),
    action('Present: large type, and commands to step through', onPresent),
    action('Sandboxes: open, make, rename, delete', onSandboxes),
    action('Add files: your own, a folder, or a sample', () => session.setState({ isAddingFiles: true })),
    action(
      'Take it to real Docker: a zip with your commands',
      () => void import('../keep/keep-files.ts').then((keep) => keep.downloadForDocker(workbench)),
    ),
    action('Share, export and import: a link, a zip, a sandbox file', onShare),
    action('A look around, in five steps', () => session.setState({ isTouring: true })),
    action('Help and settings', onHelp, '?'),
    action('What is simulated', onRead),
    action('Start afresh: throw the machine away', () => void reset()),
  ];
}

const PLACES: readonly (readonly [title: string, place: Place])[] = [
  ['Terminal', 'terminal'],
  ['Editor', 'editor'],
  ['Lesson', 'lesson'],
  ['World', 'world'],
  ['Builds', 'builds'],
  ['Browser', 'browser'],
];

function placeEntries(workbench: Workbench): PaletteEntry[] {
  return PLACES.map(([title, place]) => ({
    id: title,
    group: 'Go to',
    title,
    run: () => goTo(workbench, place),
  }));
}

/** Of the active terminal: what a pointer clicks there. */
function linkEntries(workbench: Workbench, confirm: Ask): PaletteEntry[] {
  const { screens, session } = workbench;
  const text = screens.get(session.getState().activeTerminal)?.text() ?? '';
  return linksIn(text).map((url) => ({
    id: `link ${url}`,
    group: 'Open a link',
    title: url,
    run: () => void openLink(workbench, url, confirm),
  }));
}

function commandEntries(workbench: Workbench): PaletteEntry[] {
  const { container, image } = workbench.mirror.getState();
  const entry = (command: string, machine?: string): PaletteEntry => ({
    id: `type ${machine ?? ''} ${command}`,
    group: 'Type a command',
    title: command,
    run: () => workbench.typeCommand(command, machine),
  });
  return [
    ...['docker ps -a', 'docker images', 'docker system df'].map((command) => entry(command)),
    ...[...container.values()].flatMap((record) =>
      containerCommands(record).map(({ command }) => entry(command, record.machine)),
    ),
    ...[...image.values()].flatMap((record) =>
      imageCommands(record).map(({ command }) => entry(command, record.machine)),
    ),
  ];
}

function fileEntries(workbench: Workbench): PaletteEntry[] {
  const files = [...workbench.mirror.getState().file.values()].filter(({ type }) => type === 'file');
  return files.map(({ path }) => ({
    id: `file ${path}`,
    group: 'Open a file',
    title: path.startsWith(`${PROJECT_FOLDER}/`) ? path.slice(PROJECT_FOLDER.length + 1) : path,
    run: () => void openFile(workbench, path).then(() => goTo(workbench, 'editor')),
  }));
}
