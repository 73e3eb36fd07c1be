import { CornerDownLeft, FilePen, Info, Lightbulb, TriangleAlert } from 'lucide-react';
import type { Piece } from '../../lessons/pieces.ts';
import { openFile } from '../../state/files.ts';
import { typeBlock } from '../../state/lessons.ts';
import { PROJECT_FOLDER } from '../../state/workbench.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { Markdown } from '../parts/markdown.tsx';
import { PredictQuestionView } from './predict-question.tsx';
import { ChoiceQuestionView, FreeQuestionView } from './question.tsx';

/** The pieces of a step's text, in order. */
export function StepText({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => <PieceView key={index} piece={piece} />);
}

function PieceView({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case 'prose':
      return <Markdown text={piece.markdown} />;
    case 'commands':
      return <CommandBlock block={piece} />;
    case 'file':
      return <FileBlock path={piece.path} text={piece.text} />;
    case 'callout':
      return <Callout tone={piece.tone} text={piece.markdown} />;
    case 'aside':
      return (
        <details className="aside">
          <summary>{piece.title}</summary>
          <Markdown text={piece.markdown} />
        </details>
      );
    case 'predict':
      return <PredictQuestionView question={piece.question} />;
    case 'quiz':
      return <ChoiceQuestionView question={piece.question} />;
    case 'answer':
      return <FreeQuestionView question={piece.question} />;
  }
}

type CommandPiece = Extract<Piece, { kind: 'commands' }>;

function CommandBlock({ block }: { block: CommandPiece }) {
  const workbench = useWorkbench();
  const { text, inside, interrupt, terminal, fails, machine } = block;
  const where = terminal === 1 ? '' : ` ${terminal}`;
  const place = machine === undefined ? `terminal${where}` : `a terminal of ${machine}`;
  const label = interrupt
    ? `Press Ctrl+C in ${place}`
    : `Type it into ${inside ? 'the running program' : place}`;
  return (
    <div className="command-block">
      <pre tabIndex={0}>
        <code>{interrupt && text === '' ? 'Ctrl+C' : text}</code>
      </pre>
      <p className="command-block-foot">
        <button type="button" className="button button-quiet" onClick={() => typeBlock(workbench, block)}>
          <CornerDownLeft size={14} aria-hidden="true" /> {label}
        </button>
        {fails && <span className="soft">This will go wrong, on purpose.</span>}
      </p>
    </div>
  );
}

/** A file as the text wants it: shown, and put into the project folder on a click. */
function FileBlock({ path, text }: { path: string; text: string }) {
  const workbench = useWorkbench();
  const full = `${PROJECT_FOLDER}/${path}`;
  const save = async (): Promise<void> => {
    await workbench.connection.query('writeFile', { path: full, text });
    await openFile(workbench, full);
    workbench.session.setState({ rightTab: 'editor' });
  };
  return (
    <div className="command-block">
      <p className="file-block-name">{path}</p>
      <pre tabIndex={0}>
        <code>{text.trimEnd()}</code>
      </pre>
      <p className="command-block-foot">
        <button
          type="button"
          className="button button-quiet"
          onClick={() =>
            void save().catch(() => workbench.notify(`${path} could not be written.`, 'problem'))
          }
        >
          <FilePen size={14} aria-hidden="true" /> Save it as {path}
        </button>
      </p>
    </div>
  );
}

const CALLOUTS = {
  note: { icon: Info, name: 'Note' },
  tip: { icon: Lightbulb, name: 'Tip' },
  warning: { icon: TriangleAlert, name: 'Careful' },
} as const;

function Callout({ tone, text }: { tone: keyof typeof CALLOUTS; text: string }) {
  const { icon: Icon, name } = CALLOUTS[tone];
  return (
    <div className={`callout callout-${tone}`} role="note" aria-label={name}>
      <Icon size={17} aria-hidden="true" />
      <Markdown text={text} />
    </div>
  );
}
