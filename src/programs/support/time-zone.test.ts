import { expect, it } from 'vitest';
import { ZONE_RULES } from '../../lib/time-zone-names.ts';
import { parseRule } from './time-zone.ts';

const show = (rules: string, utc: string): string => {
  const moment = parseRule(rules)?.at(Date.parse(utc));
  return moment ? `${moment.name} ${moment.offsetSeconds / 60}` : 'none';
};

it.each([
  ['CET-1CEST,M3.5.0,M10.5.0/3', '2026-03-29T00:59:59Z', 'CET 60'],
  ['CET-1CEST,M3.5.0,M10.5.0/3', '2026-03-29T01:00:00Z', 'CEST 120'],
  ['CET-1CEST,M3.5.0,M10.5.0/3', '2026-10-25T00:59:59Z', 'CEST 120'],
  ['CET-1CEST,M3.5.0,M10.5.0/3', '2026-10-25T01:00:00Z', 'CET 60'],
  ['EST5EDT,M3.2.0,M11.1.0', '2026-03-08T06:59:59Z', 'EST -300'],
  ['EST5EDT', '2026-07-01T00:00:00Z', 'EDT -240'],
  ['AEST-10AEDT,M10.1.0,M4.1.0/3', '2026-01-01T00:00:00Z', 'AEDT 660'],
  ['IST-5:30', '2026-01-01T00:00:00Z', 'IST 330'],
  ['<+03>-3', '2026-01-01T00:00:00Z', '+03 180'],
  ['Europe/Nowhere', '2026-01-01T00:00:00Z', 'none'],
])('%s at %s is %s', (rules, utc, expected) => {
  expect(show(rules, utc)).toBe(expected);
});

it('every zone of the table has rules that can be read', () => {
  expect([...ZONE_RULES].filter(([, rules]) => !parseRule(rules))).toEqual([]);
});
