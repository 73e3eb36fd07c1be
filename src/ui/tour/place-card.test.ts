import { describe, expect, it } from 'vitest';
import { placeCard } from './place-card.ts';

const CARD = { width: 320, height: 180 };
const SCREEN = { width: 1280, height: 720 };

describe('the card of the tour', () => {
  it('stands on the right of what it is about, else on the left', () => {
    expect(placeCard({ left: 10, top: 50, width: 270, height: 660 }, CARD, SCREEN)).toEqual({
      left: 292,
      top: 62,
    });
    expect(placeCard({ left: 920, top: 50, width: 350, height: 300 }, CARD, SCREEN)).toEqual({
      left: 588,
      top: 62,
    });
  });

  it('stands below or above what is as wide as the window', () => {
    const phone = { width: 390, height: 844 };
    expect(placeCard({ left: 8, top: 50, width: 374, height: 300 }, CARD, phone)).toEqual({
      left: 12,
      top: 362,
    });
    expect(placeCard({ left: 8, top: 440, width: 374, height: 390 }, CARD, phone)).toEqual({
      left: 12,
      top: 248,
    });
  });

  it('stands over what fills the window, and stays inside', () => {
    const small = { width: 390, height: 400 };
    expect(placeCard({ left: 0, top: 0, width: 390, height: 400 }, CARD, small)).toEqual({
      left: 12,
      top: 208,
    });
    expect(placeCard({ left: 280, top: 650, width: 640, height: 60 }, CARD, SCREEN).top).toBeLessThanOrEqual(
      528,
    );
  });
});
