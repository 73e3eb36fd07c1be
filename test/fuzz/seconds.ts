/** How long it really takes. */
export async function secondsOf(work: () => unknown): Promise<number> {
  const beganMs = performance.now();
  await work();
  return (performance.now() - beganMs) / 1000;
}
