import { expect } from '@playwright/test';
import { test, Workbench } from './workbench.ts';

test('PostgreSQL runs in the page, and comes when it is first asked', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const workbench = new Workbench(page);
  await workbench.open();
  expect(loaded.filter((path) => /pglite|postgres/.test(path))).toEqual([]);

  await workbench.type('docker run -d --name db -e POSTGRES_PASSWORD=secret postgres:alpine\n');
  await workbench.expectTerminal('Status: Downloaded newer image for postgres:alpine');
  await workbench.prompt();
  // The first client waits for the server's code.
  await workbench.type("sleep 3; docker exec db psql -U postgres -Atc 'SELECT 6 * 7'\n");
  await workbench.prompt();
  await workbench.expectTerminal('\n42\n');
  await workbench.type('docker exec -it db psql -U postgres\n');
  await workbench.expectTerminal('Type "help" for help.\n\npostgres=#');
  await workbench.type('CREATE TABLE t(id serial, name text);\n');
  await workbench.expectTerminal('\nCREATE TABLE\npostgres=#');
  await workbench.type("INSERT INTO t(name) VALUES ('first'), ('second') RETURNING *;\n");
  await workbench.expectTerminal('\n  1 | first\n  2 | second\n(2 rows)\n\nINSERT 0 2\npostgres=#');
  await workbench.type('SELECT *\nFROM nowhere;\n');
  await workbench.expectTerminal('ERROR:  relation "nowhere" does not exist\nLINE 2: FROM nowhere;');
  await workbench.type('\\q\n');
  await workbench.prompt();
  expect(loaded.filter((path) => path.includes('pglite')).length).toBeGreaterThan(0);
});
