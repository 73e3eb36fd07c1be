export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Box, 'width' | 'height'>;

const GAP = 12;

/**
 * Where a card of that size stands beside what it is about: on the right where it fits, else left, below, above; else over its lower end.
 * All in CSS pixels of the window, which it never leaves as long as it is larger than the card.
 */
export function placeCard(target: Box, card: Size, viewport: Size): Pick<Box, 'left' | 'top'> {
  const right = target.left + target.width + GAP;
  const below = target.top + target.height + GAP;
  const fitsRight = right + card.width + GAP <= viewport.width;
  const fitsLeft = target.left - card.width - 2 * GAP >= 0;
  const fitsBelow = below + card.height + GAP <= viewport.height;
  const fitsAbove = target.top - card.height - 2 * GAP >= 0;
  const beside = { left: fitsRight ? right : target.left - card.width - GAP, top: target.top + GAP };
  const along = {
    left: target.left,
    top: fitsBelow ? below : target.top - card.height - GAP,
  };
  const over = { left: target.left + GAP, top: target.top + target.height - card.height - GAP };
  const wished = fitsRight || fitsLeft ? beside : fitsBelow || fitsAbove ? along : over;
  return {
    left: clamp(wished.left, viewport.width - card.width - GAP),
    top: clamp(wished.top, viewport.height - card.height - GAP),
  };
}

const clamp = (value: number, most: number): number => Math.max(GAP, Math.min(value, most));
