import { describe, expect, it } from 'vitest';
import { runDocker } from '../testing/run-docker.ts';

describe('--dry-run', () => {
  it('says what would be done, and does none of it', async () => {
    const { sent, stderr } = await runDocker(
      ['compose', '--dry-run', 'up', '-d'],
      {
        ContainerList: [],
        NetworkList: [],
        ImageInspect: { Id: 'sha256:1', Metadata: { LastTagTime: '2026-01-01T00:00:00Z' } },
      },
      { 'compose.yaml': 'services: {web: {image: nginx}}\n' },
    );
    expect(stderr).toBe(
      ['Network app_default  Creat', 'Container app-web-1  Creat', 'Container app-web-1  Start']
        .flatMap((row) => [` DRY-RUN MODE -  ${row}ing\n`, ` DRY-RUN MODE -  ${row}ed\n`])
        .join(''),
    );
    expect(new Set(sent.map(([operation]) => operation))).toEqual(
      new Set(['ImageInspect', 'NetworkList', 'ContainerList']),
    );
  });
});
