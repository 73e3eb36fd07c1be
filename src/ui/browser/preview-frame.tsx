import { useEffect, useRef } from 'react';
import { RefusedError } from '../../state/connection.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { PreviewRequest, Queries } from '../../world/queries/queries.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import type { FromFrame, ToFrame } from './frame-protocol.ts';

export type FrameEvent = Exclude<FromFrame, { type: 'request' }>;

/** The frame's first word comes as soon as it is loaded. */
const SILENCE_MS = 4000;
const NO_NETWORK =
  'This panel’s frame, which keeps the pages of containers apart from yours, can’t be opened without a network. In the terminal, curl shows what the address serves.';

interface PreviewFrameProps {
  request: PreviewRequest;
  onEvent: (event: FrameEvent) => void;
  /** A request of the page got its answer. */
  onAnswer: (request: PreviewRequest, answer: Queries['httpRequest']['answer']) => void;
}

/**
 * Shows what the machine answers, in a frame with an origin of its own: a page served in the simulation may hold any script, and none of it can
 * reach the workbench, its storage, or the network. To be given a new `key` for each page.
 */
export function PreviewFrame({ request, onEvent, onAnswer }: PreviewFrameProps) {
  const workbench = useWorkbench();
  const frame = useRef<HTMLIFrameElement>(null);
  const tell = useRef(onEvent);
  const note = useRef(onAnswer);
  useEffect(() => {
    tell.current = onEvent;
    note.current = onAnswer;
  });
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const { port1, port2 } = new MessageChannel();
    const left = new AbortController();
    let silence: ReturnType<typeof setTimeout> | undefined;
    port1.onmessage = ({ data }: MessageEvent<FromFrame>) => {
      clearTimeout(silence);
      if (data.type === 'request') void answer(workbench, port1, data, note, left.signal);
      else tell.current(data);
    };
    // Writing the page into the frame fires `load` again: only the first is the frame's own.
    const begin = (): void => {
      element.contentWindow?.postMessage({ type: 'begin', request }, '*', [port2]);
      // A browser asks the network itself for a frame that is kept apart, whatever the page has kept; what it shows in its place says nothing.
      silence = setTimeout(() => tell.current({ type: 'failed', message: NO_NETWORK }), SILENCE_MS);
    };
    element.addEventListener('load', begin, { once: true });
    element.src = './preview/frame.html';
    return () => {
      clearTimeout(silence);
      element.removeEventListener('load', begin);
      port1.close();
      left.abort();
    };
  }, [workbench, request]);
  return (
    <iframe
      ref={frame}
      className="preview-frame"
      title="Page served by the machine"
      sandbox="allow-scripts allow-forms"
    />
  );
}

async function answer(
  { connection }: Workbench,
  port: MessagePort,
  { id, request }: Extract<FromFrame, { type: 'request' }>,
  note: { readonly current: PreviewFrameProps['onAnswer'] },
  left: AbortSignal,
): Promise<void> {
  const reply = (result: Queries['httpRequest']['answer']): void => {
    note.current(request, result);
    port.postMessage({ id, answer: result } satisfies ToFrame);
  };
  try {
    reply(await connection.query('httpRequest', request, left));
  } catch (error) {
    if (left.aborted) return;
    if (!(error instanceof RefusedError)) throw error;
    reply({ failed: 'unreachable', message: error.message, tookMs: 0 });
  }
}
