import { Star } from 'lucide-react';
import type { LessonRecord } from '../../world/mirror.ts';

/** How few commands a lesson took. */
export function Stars({ stars }: { stars: NonNullable<LessonRecord['stars']> }) {
  return (
    <span className="stars" role="img" aria-label={`${stars} of 3 stars`}>
      {[1, 2, 3].map((each) => (
        <Star key={each} size={13} className={each <= stars ? 'star star-won' : 'star'} aria-hidden="true" />
      ))}
    </span>
  );
}
