import './editor.css';
import { X } from 'lucide-react';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { applyEdits } from '../../lib/text-edit.ts';
import {
  closeDocument,
  editDocument,
  findDocument,
  isDirty,
  type OpenDocument,
} from '../../state/documents.ts';
import { openFile, saveFile, syncDocuments } from '../../state/files.ts';
import { PROJECT_FOLDER, type Workbench } from '../../state/workbench.ts';
import { useLargeType, useTheme } from '../hooks/use-media.ts';
import { useDocuments, useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { TabList } from '../parts/tab-list.tsx';
import { BuildButton } from './build-button.tsx';
import { CodeEditor } from './code-editor.tsx';
import { ContextStrip } from './load-context-strip.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { FileTree } from './file-tree.tsx';
import { languageOf } from './language-of.ts';
import { ProblemStrip } from './problem-strip.tsx';
import { stepMarks, type StepMark } from './step-text.ts';
import { useOutline } from './use-outline.ts';
import { useProblems } from './use-problems.ts';

/** The project's files and the ones that are open. */
export function EditorPanel() {
  const workbench = useWorkbench();
  const active = useDocuments((documents) => findDocument(documents, documents.active));
  useStarterFile(workbench);
  useSaveKey(workbench);
  useEffect(() => syncDocuments(workbench), [workbench]);
  return (
    <section className="panel editor-panel" aria-label="Editor" id="editor">
      <FileTree />
      <div className="editor-main">
        <EditorTabs active={active} />
        <div
          className="editor-stage"
          role="tabpanel"
          id="editor-stage"
          aria-label={active ? nameOf(active.path) : 'No file open'}
        >
          {active ? (
            <OpenFile document={active} />
          ) : (
            <p className="editor-empty">Choose a file on the left to read or change it.</p>
          )}
        </div>
      </div>
    </section>
  );
}

/** A fresh page shows the Dockerfile; one that came back shows what was open. */
function useStarterFile(workbench: Workbench): void {
  const ready = useSession(({ status }) => status === 'ready');
  const epoch = useSession((session) => session.epoch);
  useEffect(() => {
    if (!ready || workbench.documents.getState().open.length > 0) return;
    const path = `${PROJECT_FOLDER}/Dockerfile`;
    workbench.connection.query('readFile', { place: 'machine', path }).then(
      () => openFile(workbench, path),
      () => undefined,
    );
  }, [workbench, ready, epoch]);
}

/** Ctrl+S saves the open file wherever the focus is: the habit must not open the browser's own dialog, nor freeze a terminal. */
function useSaveKey(workbench: Workbench): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || event.altKey || event.shiftKey) return;
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { active } = workbench.documents.getState();
      if (active !== undefined) void saveFile(workbench, active);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [workbench]);
}

function EditorTabs({ active }: { active: OpenDocument | undefined }) {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  const open = useDocuments((documents) => documents.open);
  const { documents } = workbench;
  const close = async (path: string): Promise<void> => {
    const document = findDocument(documents.getState(), path);
    const question = {
      title: `Close ${nameOf(path)}?`,
      text: 'It has changes that are not saved on the machine. They would be lost.',
      action: 'Close and lose them',
    };
    if (document && isDirty(document) && !(await confirm(question))) return;
    documents.setState((state) => closeDocument(state, path));
  };
  const tabs = open.map((document) => ({
    id: document.path,
    label: (
      <>
        <span className={document.missing ? 'tab-missing' : undefined}>{nameOf(document.path)}</span>
        {isDirty(document) && <span className="dirty-dot" role="img" aria-label="not saved" />}
      </>
    ),
  }));
  return (
    <div className="panel-bar">
      <TabList
        label="Open files"
        tabs={tabs}
        active={active?.path}
        controls={() => 'editor-stage'}
        onSelect={(path) => documents.setState((state) => ({ ...state, active: path }))}
        trailing={(path) => (
          <IconButton label={`Close ${nameOf(path)}`} size="small" onClick={() => void close(path)}>
            <X size={14} />
          </IconButton>
        )}
      />
      {active && isDirty(active) && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => void saveFile(workbench, active.path)}
        >
          Save <kbd>Ctrl+S</kbd>
        </button>
      )}
      {active && languageOf(active.path) === 'dockerfile' && <BuildButton document={active} />}
    </div>
  );
}

function OpenFile({ document }: { document: OpenDocument }) {
  const workbench = useWorkbench();
  const theme = useTheme();
  const largeType = useLargeType();
  const problems = useProblems(document);
  const outlined = useOutline(document);
  const marks = useMemo(() => outlined && stepMarks(outlined.answer), [outlined]);
  const change = (path: string, text: string): void =>
    workbench.documents.setState((state) => editDocument(state, path, text));
  const [reveal, setReveal] = useState<{ line: number }>();
  return (
    <>
      <ConflictNotice document={document} />
      <div className="editor-frame">
        <CodeEditor
          path={document.path}
          text={document.text}
          problems={problems}
          theme={theme}
          fontSize={largeType ? 19 : 14}
          reveal={reveal}
          marks={
            outlined?.text === document.text
              ? marks
              : languageOf(document.path) === 'dockerfile'
                ? undefined
                : NO_MARKS
          }
          onChange={change}
        />
      </div>
      <ProblemStrip
        problems={problems}
        onShow={(line) => setReveal({ line })}
        onFix={({ edits }) => change(document.path, applyEdits(document.text, edits))}
      />
      {document.path.endsWith('.dockerignore') && (
        <Suspense>
          <ContextStrip key={document.path} path={document.path} text={document.text} />
        </Suspense>
      )}
    </>
  );
}

const NO_MARKS: readonly StepMark[] = [];

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
