/** Loaded when a link is first followed. */
import type { Workbench } from '../../state/workbench.ts';
import type { Ask } from '../parts/confirm.tsx';
import { hostOf } from '../world/machine-text.ts';
import { linkTarget } from './link-target.ts';

/** Addresses of the simulation open beside the terminal; others leave it, in a tab of their own, and only after a question. */
export async function openLink(workbench: Workbench, url: string, confirm: Ask): Promise<void> {
  const { machine } = workbench.mirror.getState();
  const target = linkTarget(url, (name) => {
    const found = machine.get(name);
    return found && hostOf(found);
  });
  if (target.kind === 'machine') return workbench.visit(target.address);
  const isWanted = await confirm({
    title: 'Leave the simulation?',
    text: `${new URL(url).host} is outside of the simulated machines. It would open in a new tab of your own browser:`,
    list: [url],
    action: 'Open in a new tab',
    isHarmless: true,
  });
  if (isWanted) window.open(url, '_blank', 'noopener,noreferrer');
}
