import { describe, expect, it } from 'vitest';
import { bootForTest } from '../kernel/testing/boot.ts';
import { commandNotice } from './command-notice.ts';

describe('commandNotice', () => {
  it.each([
    ['docker-compose up -d', true],
    ['cd app && docker-compose up', true],
    ['docker compose up', false],
    ['cat docker-compose.yml', false],
    ['docker compose -f docker-compose.yml up', false],
  ])('%s', (line, told) => {
    const { kernel } = bootForTest();
    const files = kernel.viewAsRoot(kernel.hostMounts);
    expect(commandNotice(line, files)?.includes('docker compose') ?? false).toBe(told);
  });

  it('says nothing where there is such a command', () => {
    const { kernel } = bootForTest();
    const files = kernel.viewAsRoot(kernel.hostMounts);
    files.writeFile('/bin/docker-compose', '#!/bin/sh\n');
    expect(commandNotice('docker-compose up', files)).toBeUndefined();
  });
});
