import '../layers/layers.css';
import './details.css';
import { useState, type ReactNode } from 'react';
import type { Detailed } from '../../state/session.ts';
import type { Queries } from '../../world/queries/queries.ts';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { TabList } from '../parts/tab-list.tsx';
import { containerCommands, imageCommands, type TypedCommand } from '../world/commands.ts';
import { BuildView } from './build-view.tsx';
import { FactList } from './fact-list.tsx';
import { FilesView } from './files-view.tsx';
import { HistoryView, TasksView, UsedByView } from './related-view.tsx';
import { StatsView } from './stats-view.tsx';
import { TextView } from './text-view.tsx';
import { RelatedView } from './thing-list.tsx';
import { useQuery, useRecord } from './use-details.ts';

const LOG_LINES = 200;

type Details = Queries['details']['answer'];
type OnType = (command: string) => void;

/** All that is known of a thing; each value beside the command that prints it. Typing a command closes it: its answer is in the terminal. */
export function DetailsDialog({ what, onClose }: { what: Detailed; onClose: () => void }) {
  const workbench = useWorkbench();
  const { type, name, machine } = what;
  const record = useRecord(what);
  const { answer, problem } = useQuery('details', what, record);
  const [chosen, setChosen] = useState({ id: what.id, tab: 'Overview' });
  const tab = chosen.id === what.id ? chosen.tab : 'Overview';
  const onType = (command: string): void => {
    onClose();
    workbench.typeCommand(command, machine);
  };
  const tabs = tabsOf(what, answer, onType);
  return (
    <Dialog title={`${type.charAt(0).toUpperCase()}${type.slice(1)} ${name}`} onClose={onClose} size="large">
      <Actions what={what} onType={onType} />
      {problem && <p role="alert">{problem}</p>}
      {tabs && (
        <>
          <div className="details-tabs">
            <TabList
              label={`Details of ${name}`}
              tabs={tabs.map(({ id }) => ({ id, label: id }))}
              active={tab}
              onSelect={(id) => setChosen({ id: what.id, tab: id })}
              controls={() => 'details-panel'}
            />
          </div>
          <div role="tabpanel" id="details-panel" aria-label={tab} className="details-panel">
            {tabs.find(({ id }) => id === tab)?.show()}
          </div>
        </>
      )}
    </Dialog>
  );
}

interface DetailsTab {
  readonly id: string;
  readonly show: () => ReactNode;
}

function tabsOf(what: Detailed, details: Details | undefined, onType: OnType): DetailsTab[] | undefined {
  if (!details) return undefined;
  const { type, id, machine, name } = what;
  const relations = (tab: string): DetailsTab[] =>
    type === 'container' || type === 'network' || type === 'volume'
      ? [{ id: tab, show: () => <RelatedView what={{ ...what, type }} onType={onType} /> }]
      : [];
  const [overview, ...others] = details.groups.map(({ title, facts }): DetailsTab => ({
    id: title,
    show: () => <FactList facts={facts} onType={onType} />,
  }));
  const own: Readonly<Record<Detailed['type'], DetailsTab[]>> = {
    container: [
      { id: 'Logs', show: () => <Logs what={what} onType={onType} /> },
      {
        id: 'Files',
        show: () => <FilesView what={what} place={{ container: id, machine }} root="/" onType={onType} />,
      },
      { id: 'Stats', show: () => <StatsView what={what} onType={onType} /> },
      ...relations('Uses'),
    ],
    image: [
      { id: 'History', show: () => <HistoryView what={what} onType={onType} /> },
      { id: 'Build', show: () => <BuildView what={what} onType={onType} /> },
      { id: 'Used by', show: () => <UsedByView what={what} onType={onType} /> },
    ],
    volume: [
      {
        id: 'Files',
        show: () => (
          <FilesView
            what={what}
            place={{ machine }}
            root={`/var/lib/docker/volumes/${name}/_data`}
            onType={onType}
          />
        ),
      },
      ...relations('Used by'),
    ],
    network: relations('Used by'),
    service: [{ id: 'Tasks', show: () => <TasksView what={what} onType={onType} /> }],
    node: [{ id: 'Tasks', show: () => <TasksView what={what} onType={onType} /> }],
  };
  const { text, command } = details.json;
  return [
    ...(overview ? [overview] : []),
    ...own[type],
    ...others,
    {
      id: 'Inspect',
      show: () => <TextView label={`All of ${name} as JSON`} text={text} command={command} onType={onType} />,
    },
  ];
}

function Logs({ what: { id, machine, name }, onType }: { what: Detailed; onType: OnType }) {
  const record = useMirror((mirror) => mirror.container.get(id));
  const { answer, problem } = useQuery('containerLogs', { id, machine, lines: LOG_LINES }, record);
  if (problem) return <p role="alert">{problem}</p>;
  const command = `docker logs --tail ${LOG_LINES} ${name}`;
  return answer ? (
    <TextView label={`Logs of ${name}`} text={answer.text} command={command} onType={onType} />
  ) : null;
}

/** What can be done with it. */
function Actions({ what, onType }: { what: Detailed; onType: OnType }) {
  const container = useMirror((mirror) => mirror.container.get(what.id));
  const image = useMirror((mirror) => mirror.image.get(what.id));
  const commands: TypedCommand[] = container
    ? containerCommands(container)
    : image
      ? imageCommands(image)
      : [{ label: 'inspect', command: `docker ${what.type} inspect ${what.name}` }];
  return (
    <div className="command-buttons" role="group" aria-label={`Commands for ${what.name}`}>
      {commands.map(({ label, command }) => (
        <button
          key={command}
          type="button"
          className="command-button"
          title={`Type: ${command}`}
          onClick={() => onType(command)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
