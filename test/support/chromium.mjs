import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The shell is the same engine without a browser's own windows, which cost a fifth of the time. */
const SYSTEM = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

function which(name) {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function onSystem() {
  return SYSTEM.map(which).find((path) => path !== undefined);
}

/** Playwright's own download, if it is there. */
function downloaded() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function works(path) {
  return path !== undefined && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** A Chromium to test with: CHROMIUM_PATH, the system's, Playwright's download, Debian's package (as root); undefined if none can be had. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return works(given) ? given : undefined;
  const present = [onSystem(), downloaded()].find(works);
  if (present) return present;
  console.log('gate: no Chromium here; asking Playwright for one');
  spawnSync('node_modules/.bin/playwright', ['install', 'chromium'], { stdio: 'inherit', timeout: 240_000 });
  if (works(downloaded())) return downloaded();
  if (process.getuid?.() === 0 && which('apt-get')) {
    console.log('gate: installing Debian’s chromium package');
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
    spawnSync('apt-get', ['update'], quiet);
    for (const name of ['chromium-headless-shell', 'chromium'])
      if (!works(onSystem()))
        spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name, 'fonts-dejavu-core'], quiet);
  }
  return works(onSystem()) ? onSystem() : undefined;
}
