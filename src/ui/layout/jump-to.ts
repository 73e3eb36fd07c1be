/** Moves the focus into a panel of the page, by its id. */
export function jumpTo(panel: string): void {
  document
    .getElementById(panel)
    ?.querySelector<HTMLElement>('textarea, button, input, [tabindex="0"]')
    ?.focus();
}
