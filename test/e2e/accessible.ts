import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules of WCAG 2.1 A and AA. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
/** Those, and what is good practice beside them. */
export const WCAG_AND_PRACTICE = [...WCAG, 'best-practice'];

interface Looked {
  /** The part that is looked at; all of the page unless given. */
  readonly within?: string;
  /** What is left out; the terminal draws itself. */
  readonly except?: string;
  /** Tags of the rules; all rules unless given. */
  readonly rules?: readonly string[];
}

/**
 * axe finds nothing. Frames are left alone: a learner's page in the browser panel is not ours to judge. With that, and told only of what is found, it
 * takes a third of its time.
 */
export async function expectAccessible(page: Page, { within, except, rules }: Looked = {}): Promise<void> {
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ iframes: false, resultTypes: ['violations'] });
  if (rules) axe.withTags([...rules]);
  if (within) axe.include(within);
  if (except) axe.exclude(except);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
