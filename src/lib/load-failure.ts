/** Whether a file of ours did not come: a runtime, or code that is fetched when it is first used. Of the latter browsers tell by their words alone. */
export function isLoadFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'LoadError' ||
    /dynamically imported module|Importing a module script failed|Unable to preload CSS/.test(error.message)
  );
}
