import { NO_DOCUMENTS, type Documents, type OpenDocument } from './documents.ts';
import { parseSplit, type Split } from './panes.ts';
import type { Session } from './session.ts';

/** What the page gives the world to keep, beside what the world keeps itself. */
export interface PageState {
  readonly terminals: readonly string[];
  readonly activeTerminal: string;
  readonly terminalNumber: number;
  readonly split: Split | undefined;
  readonly terminalMachines: Readonly<Record<string, string>>;
  readonly scrollback: Readonly<Record<string, string>>;
  readonly documents: Documents;
  readonly lesson: string | undefined;
  readonly lessonFresh: Session['lessonFresh'];
  readonly browserTabs: readonly string[];
  readonly browserTab: number;
}

const VERSION = 1;

export function toPageState(
  session: Session,
  documents: Documents,
  scrollback: Readonly<Record<string, string>>,
): PageState {
  const { terminals, activeTerminal, terminalNumber, split, terminalMachines } = session;
  const { lesson, lessonFresh, browserTabs, browserTab } = session;
  return {
    terminals,
    activeTerminal,
    terminalNumber,
    split,
    terminalMachines,
    scrollback,
    documents,
    lesson,
    lessonFresh,
    browserTabs,
    browserTab,
  };
}

export const formatPageState = (state: PageState): string => JSON.stringify({ version: VERSION, ...state });

/** Undefined for text that is not a page's state of this version: the page then starts afresh, the world does not. */
export function parsePageState(text: string | undefined): PageState | undefined {
  const value = readJson(text);
  if (value?.version !== VERSION || !isTexts(value.terminals) || value.terminals.length === 0)
    return undefined;
  const { terminals, terminalMachines, scrollback, documents, lesson } = value;
  const { terminalNumber, address, browserTabs, browserTab } = value;
  const activeTerminal = terminals.find((name) => name === value.activeTerminal) ?? terminals[0] ?? '';
  const { step, commands } = isObject(value.lessonFresh) ? value.lessonFresh : {};
  return {
    terminals,
    activeTerminal,
    terminalNumber: typeof terminalNumber === 'number' ? terminalNumber : 1,
    split: parseSplit(value.split, { terminals, activeTerminal }),
    terminalMachines: textsOf(terminalMachines),
    scrollback: textsOf(scrollback),
    documents: parseDocuments(documents),
    lesson: typeof lesson === 'string' ? lesson : undefined,
    lessonFresh:
      typeof step === 'number' ? { step, ...(typeof commands === 'number' ? { commands } : {}) } : undefined,
    // Before there were tabs, there was one address.
    browserTabs: isTexts(browserTabs) ? browserTabs : isTexts([address]) && address ? [String(address)] : [],
    browserTab: typeof browserTab === 'number' ? browserTab : 0,
  };
}

function readJson(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

function textsOf(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function parseDocuments(value: unknown): Documents {
  if (!isObject(value) || !Array.isArray(value.open)) return NO_DOCUMENTS;
  const open = (value.open as unknown[]).filter(isDocument);
  return { open, active: open.find(({ path }) => path === value.active)?.path ?? open[0]?.path };
}

function isDocument(value: unknown): value is OpenDocument {
  return isObject(value) && isTexts([value.path, value.text, value.savedText]);
}
