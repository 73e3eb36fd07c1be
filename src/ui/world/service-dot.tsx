/** The colour of a service; a hollow dot for what belongs to none. */
export function ServiceDot({ colour }: { colour: number | undefined }) {
  return (
    <span className={`service-dot${colour === undefined ? '' : ` service-${colour}`}`} aria-hidden="true" />
  );
}
