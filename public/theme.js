// Before anything is drawn: the colours chosen earlier, so that the page does not flash in others.
(() => {
  let theme;
  try {
    theme = JSON.parse(localStorage.getItem('drydock.settings') ?? '{}').theme;
  } catch {
    // No storage, or not ours: the system's colours.
  }
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.dataset.theme = theme;
})();
