import { describe, expect, it } from 'vitest';
import { placeIn, scanYaml } from './scan-yaml.ts';

const FILE = `services:
  web:
    image: nginx:alpine # the server
    ports:
    - "4000:80"
    - 4001:81
    volumes:
      - type: bind
        source: ./site
      - data:/data
    command: |
      key: not one
  "db":
    depends_on: [web]
`;

describe('scanYaml', () => {
  it('finds keys and items with their paths, lines and values', () => {
    const found = scanYaml(FILE).map(({ path, line, value }) => `${line} ${path.join('.')} = ${value}`);
    expect(found).toEqual([
      '1 services = ',
      '2 services.web = ',
      '3 services.web.image = nginx:alpine',
      '4 services.web.ports = ',
      '5 services.web.ports.0 = 4000:80',
      '6 services.web.ports.1 = 4001:81',
      '7 services.web.volumes = ',
      '8 services.web.volumes.0.type = bind',
      '9 services.web.volumes.0.source = ./site',
      '10 services.web.volumes.1 = data:/data',
      '11 services.web.command = |',
      '13 services.db = ',
      '14 services.db.depends_on = [web]',
    ]);
  });

  it('says where keys and values stand', () => {
    const image = scanYaml(FILE)[2];
    expect(image).toMatchObject({ startColumn: 5, endColumn: 10, valueColumn: 12 });
    expect(scanYaml(FILE)[4]).toMatchObject({ startColumn: 7, endColumn: 16, valueColumn: 7 });
  });
});

describe('placeIn', () => {
  /** The place of `|`. */
  function at(marked: string) {
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    const place = placeIn(marked.replace('|', ''), before.length, (before.at(-1) ?? '').length + 1);
    return place && `${place.path.join('.')}${place.isBehindKey ? ':' : ''} ${place.typed}`;
  }

  it.each([
    ['|', ' '],
    ['serv|', ' serv'],
    ['services:\n  web:\n    im|', 'services.web im'],
    ['services:\n  web:\n    image: ng|', 'services.web.image: ng'],
    ['services:\n  web:\n    image: nginx\n    |', 'services.web '],
    ['services:\n  web:\n    image: nginx\n  |', 'services '],
    ['services:\n  web:\n    depends_on:\n      - d|', 'services.web.depends_on.0 d'],
    ['services:\n  web:\n    depends_on:\n    - db\n    - c|', 'services.web.depends_on.1 c'],
    ['services:\n  web:\n    depends_on: [db, ca|', 'services.web.depends_on.0: ca'],
    ['services:\n  web:\n    volumes:\n      - type: bind\n        so|', 'services.web.volumes.0 so'],
    ['services:\n  web:\n    ports:\n      - 40:|', 'services.web.ports.0 40:'],
    ['services:\n  web:\n    ports:\n      - "40|', 'services.web.ports.0 40'],
  ])('%j', (marked, expected) => {
    expect(at(marked)).toBe(expected);
  });

  it('is nowhere in a comment and in a block text', () => {
    expect(at('services: # |')).toBeUndefined();
    const text = 'services:\n  web:\n    command: >\n      x';
    expect(placeIn(text, 4, 8)).toBeUndefined();
  });
});
