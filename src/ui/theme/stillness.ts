/** Whether nothing is to move by itself: asked for in the settings (the root then says so) or by the system. */
export function isStill(): boolean {
  return (
    document.documentElement.dataset.motion === 'less' ||
    window.matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
