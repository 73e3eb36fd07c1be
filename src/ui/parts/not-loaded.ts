/** Said wherever a file of the page did not come. */
export const NOT_LOADED =
  'A part of the page could not be fetched. The machine goes on, and nothing is lost. Is the network there? Then try again, or reload the page.';
