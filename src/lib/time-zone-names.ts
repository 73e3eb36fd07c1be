const WESTERN = 'CET-1CEST,M3.5.0,M10.5.0/3';
const EASTERN = 'EET-2EEST,M3.5.0/3,M10.5.0/4';
const american = (standard: string, hours: number, daylight: string): string =>
  `${standard}${hours}${daylight},M3.2.0,M11.1.0`;

const BY_RULE: readonly (readonly [rule: string, area: string, cities: string])[] = [
  [WESTERN, 'Europe', 'Amsterdam Belgrade Berlin Bratislava Brussels Budapest Copenhagen Ljubljana Luxembourg Madrid Monaco Oslo Paris Prague Rome Sarajevo Stockholm Vienna Warsaw Zagreb Zurich'],
  [EASTERN, 'Europe', 'Athens Bucharest Helsinki Kiev Kyiv Riga Sofia Tallinn Vilnius'],
  ['GMT0BST,M3.5.0/1,M10.5.0', 'Europe', 'London'], ['IST-1GMT0,M10.5.0,M3.5.0/1', 'Europe', 'Dublin'],
  ['WET0WEST,M3.5.0/1,M10.5.0', 'Europe', 'Lisbon'], ['<+03>-3', 'Europe', 'Istanbul Minsk'], ['MSK-3', 'Europe', 'Moscow'],
  [american('EST', 5, 'EDT'), 'America', 'New_York Toronto Detroit'], [american('EST', 5, 'EDT'), 'US', 'Eastern'],
  [american('CST', 6, 'CDT'), 'America', 'Chicago Winnipeg'], [american('CST', 6, 'CDT'), 'US', 'Central'],
  [american('MST', 7, 'MDT'), 'America', 'Denver Edmonton'], [american('MST', 7, 'MDT'), 'US', 'Mountain'],
  [american('PST', 8, 'PDT'), 'America', 'Los_Angeles Vancouver'], [american('PST', 8, 'PDT'), 'US', 'Pacific'],
  [american('AKST', 9, 'AKDT'), 'America', 'Anchorage'], [american('AST', 4, 'ADT'), 'America', 'Halifax'],
  ['CST6', 'America', 'Mexico_City'], ['MST7', 'America', 'Phoenix'], ['<-05>5', 'America', 'Bogota Lima'],
  ['<-03>3', 'America', 'Sao_Paulo Buenos_Aires Argentina/Buenos_Aires'],
  ['IST-5:30', 'Asia', 'Kolkata Calcutta'], ['JST-9', 'Asia', 'Tokyo'], ['KST-9', 'Asia', 'Seoul'], ['CST-8', 'Asia', 'Shanghai Taipei'],
  ['HKT-8', 'Asia', 'Hong_Kong'], ['<+08>-8', 'Asia', 'Singapore Kuala_Lumpur'], ['PST-8', 'Asia', 'Manila'], ['WIB-7', 'Asia', 'Jakarta'],
  ['<+07>-7', 'Asia', 'Bangkok Ho_Chi_Minh'], ['<+06>-6', 'Asia', 'Dhaka'], ['<+0545>-5:45', 'Asia', 'Kathmandu'], ['PKT-5', 'Asia', 'Karachi'],
  ['<+04>-4', 'Asia', 'Dubai'], ['<+03>-3', 'Asia', 'Baghdad Riyadh Istanbul'], ['<+0330>-3:30', 'Asia', 'Tehran'],
  ['IST-2IDT,M3.4.4/26,M10.5.0', 'Asia', 'Jerusalem'], ['SAST-2', 'Africa', 'Johannesburg'], ['WAT-1', 'Africa', 'Lagos'],
  ['EAT-3', 'Africa', 'Nairobi'], ['EET-2EEST,M4.5.5/0,M10.5.4/24', 'Africa', 'Cairo'],
  ['AEST-10AEDT,M10.1.0,M4.1.0/3', 'Australia', 'Melbourne Sydney Hobart'], ['AEST-10', 'Australia', 'Brisbane'],
  ['ACST-9:30ACDT,M10.1.0,M4.1.0/3', 'Australia', 'Adelaide'], ['AWST-8', 'Australia', 'Perth'], ['GMT0', 'Atlantic', 'Reykjavik'],
  ['NZST-12NZDT,M9.5.0,M4.1.0/3', 'Pacific', 'Auckland'], ['HST10', 'Pacific', 'Honolulu'],
]; // prettier-ignore

/** The rules of 2025 of the zones that people name most. Simplified: they hold for all years. @see IANA time zone database, POSIX TZ */
export const ZONE_RULES: ReadonlyMap<string, string> = new Map([
  ...BY_RULE.flatMap(([rule, area, cities]) =>
    cities.split(' ').map((city) => [`${area}/${city}`, rule] as const),
  ),
  ...['UTC', 'Etc/UTC', 'UCT', 'Zulu', 'Universal', 'Etc/Universal'].map((name) => [name, 'UTC0'] as const),
  ...['GMT', 'Etc/GMT', 'Greenwich'].map((name) => [name, 'GMT0'] as const),
  ['CET', WESTERN],
  ['MET', WESTERN.replace('CET', 'MET').replace('CEST', 'MEST')],
  ['EET', EASTERN],
  ['EST', 'EST5'],
  ['MST', 'MST7'],
  ['HST', 'HST10'],
  ['Japan', 'JST-9'],
]);
