/** About a frame: more output comes only then, so that the page keeps time for everything else. */
const FRAME_MS = 12;

/** Tells `post` how many bytes were drawn, at most once a frame. */
export function createDrawnBytes(post: (bytes: number) => void): (bytes: number) => void {
  let drawn = 0;
  return (bytes) => {
    if (drawn === 0)
      setTimeout(() => {
        post(drawn);
        drawn = 0;
      }, FRAME_MS);
    drawn += bytes;
  };
}
