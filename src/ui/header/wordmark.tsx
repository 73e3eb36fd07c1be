/** Our sign: a hull held by the walls of a dock. */
export function Wordmark() {
  return (
    <h1 className="wordmark">
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
        <path className="wordmark-dock" d="M2 8v20h28V8h-4v16H6V8z" />
        <path className="wordmark-hull" d="M8 13h16l-2.6 8.5H10.6z" />
        <path className="wordmark-hull" d="M15 4h2v7h-2z" />
      </svg>
      Drydock
    </h1>
  );
}
