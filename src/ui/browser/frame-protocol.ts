import type { PreviewRequest, Queries, RequestFailure } from '../../world/queries/queries.ts';

/** Why there is no page; `outside`: a redirect leads out of the simulation. */
export type PageFailure = RequestFailure | 'redirects' | 'outside';

/** From the frame (`public/preview/frame.js`), over the port it was given. */
export type FromFrame =
  | { type: 'request'; id: number; request: PreviewRequest }
  /** The page stands, at this address after redirects. */
  | { type: 'shown'; host: string; target: string; title: string; status: number }
  /** The page renamed itself (history.pushState). */
  | { type: 'located'; host: string; target: string }
  | { type: 'navigate'; request: PreviewRequest }
  /** No page came; `failure` undefined: not by the network. */
  | { type: 'failed'; message: string; failure?: PageFailure; host?: string }
  /** A link that leads out of the simulated machine. */
  | { type: 'outside'; url: string };

/** To the frame: the answer to its request `id`. */
export interface ToFrame {
  id: number;
  answer: Queries['httpRequest']['answer'];
}
