import { describe, expect, it } from 'vitest';
import { openTestSession } from '../support/open-session.ts';

const IN_DB = 'docker exec -u postgres db psql';

/** Runs lines in one shell of a fresh machine; what each printed, and its status where that is not 0. */
async function play(...commands: string[]): Promise<Record<string, string>> {
  const session = openTestSession('/root');
  const printed: Record<string, string> = {};
  for (const command of commands) {
    const { stdout, stderr, exitCode } = await session.run({ command });
    printed[command] = stdout + stderr + (exitCode === 0 ? '' : `[${exitCode}]`);
  }
  return printed;
}

const SELECT = `${IN_DB} -Atc 'SELECT * FROM t'`;
const RUN = 'docker run -d --name db -e POSTGRES_PASSWORD=secret';

/** PostgreSQL starts in half a second, several times a test; a busy machine takes longer. */
describe('postgres', { timeout: 60_000 }, () => {
  it.each([
    ['SELECT pg_sleep(1000)', ''],
    ['WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t', ''],
    ['DO $$ BEGIN LOOP END LOOP; END $$', 'CONTEXT:  PL/pgSQL function inline_code_block line 1 at LOOP\n'],
  ])('cancels what does not end, and serves others meanwhile: %s', async (sql, context) => {
    const printed = await play(
      `${RUN} postgres; sleep 10`,
      `docker exec db timeout -s INT 2 psql -U postgres -c '${sql}' & sleep 1; ${IN_DB} -Atc 'SELECT 7'; wait`,
    );
    expect(Object.values(printed)[1]).toBe(
      `7\nCancel request sent\nERROR:  canceling statement due to user request\n${context}`,
    );
  });

  it('ends what takes too much work, and what has a statement_timeout', async () => {
    const printed = await play(
      `${RUN} postgres; sleep 10`,
      `${IN_DB} -c 'DO $$ BEGIN LOOP END LOOP; END $$'`,
      `${IN_DB} -Atc "SET statement_timeout = '2s'" -c 'SELECT pg_sleep(10)' -c 'SELECT 7'`,
      `${IN_DB} -Atc 'SELECT * FROM generate_series(1, 200000)' | tail -1`,
    );
    expect(Object.values(printed).slice(1)).toEqual([
      'ERROR:  canceling statement due to statement timeout\nCONTEXT:  PL/pgSQL function inline_code_block line 1 at LOOP\n[1]',
      'SET\n7\nERROR:  canceling statement due to statement timeout\n',
      '200000\n',
    ]);
  });

  it('cancels what waits for another session, and fails the transaction whose statement it cancels', async () => {
    const begin = `docker exec -i db sh -c '{ echo "BEGIN; SELECT 1;"; sleep 6; echo "SELECT 9;"; } | psql -U postgres -At' &`;
    const printed = await play(
      `${RUN} postgres; sleep 10`,
      `${begin} sleep 1; docker exec db timeout -s INT 2 psql -U postgres -Atc 'SELECT 2'; echo first; wait`,
      `docker exec -i db timeout -s INT 2 psql -U postgres -Atc BEGIN -c 'SELECT pg_sleep(9)' -c 'SELECT 3'`,
      `printf "BEGIN; COPY (SELECT 1) TO '/tmp/x';\nSELECT 4;\n" | docker exec -i db psql -U postgres -At`,
    );
    const aborted =
      'ERROR:  current transaction is aborted, commands ignored until end of transaction block\n';
    expect(Object.values(printed).slice(1)).toEqual([
      'BEGIN\n1\nfirst\n9\nCancel request sent\nERROR:  canceling statement due to user request\n',
      `BEGIN\nCancel request sent\nERROR:  canceling statement due to user request\n${aborted}[124]`,
      expect.stringContaining(`Function not implemented\n`) as string,
    ]);
    expect(Object.values(printed)[3]).toContain(aborted);
  });

  it.each([
    ['postgres', '18.6 (Debian 18.6-1.pgdg13+1)', 'gnu'],
    ['postgres:alpine', '18.6', 'musl'],
  ])('is named alike by all who tell: %s', async (image, version, library) => {
    const sql = "SELECT split_part(version(), ',', 1); SHOW server_version; SHOW server_version_num; SELECT current_setting('server_version')";
    const [, printed] = Object.values(
      await play(`${RUN} ${image}; sleep 10`, `docker exec -i -u postgres db psql -At <<'EOF'\n${sql}\nEOF\ndocker exec db postgres --version; docker exec db psql --version; docker logs db 2>&1 | grep -c 'starting PostgreSQL ${version} on'`),
    );
    expect(printed).toBe(
      `PostgreSQL ${version} on x86_64-pc-linux-${library}\n${version}\n180006\n${version}\npostgres (PostgreSQL) ${version}\npsql (PostgreSQL) ${version}\n2\n`,
    );
  }); // prettier-ignore

  it('keeps its data in a volume, and recovers from a kill', async () => {
    const printed = await play(
      `${RUN} -v data:/var/lib/postgresql postgres; sleep 2`,
      `${IN_DB} -c 'CREATE TABLE t(name text)' -c "INSERT INTO t VALUES ('kept')"`,
      'docker kill db; docker start db; sleep 1',
      SELECT,
      `docker logs db 2>&1 | grep -o 'LOG: .*automatic recovery in progress'`,
      'docker stop db',
      `docker logs --tail 1 db 2>&1 | cut -d ' ' -f 5-; docker inspect -f '{{.State.ExitCode}}' db`,
      'docker rm db',
      `${RUN} -v data:/var/lib/postgresql postgres; sleep 1; docker logs db | grep Skip`,
      `${SELECT} # again`,
    );
    expect(Object.values(printed).slice(1)).toEqual([
      'CREATE TABLE\nINSERT 0 1\n',
      'db\ndb\n',
      'kept\n',
      'LOG:  database system was not properly shut down; automatic recovery in progress\n',
      'db\n',
      'LOG:  database system is shut down\n0\n',
      'db\n',
      expect.stringContaining('contain a database; Skipping initialization\n'),
      'kept\n',
    ]);
  });

  it('loses them with the container otherwise', async () => {
    const printed = await play(
      `${RUN} postgres:alpine; sleep 2`,
      `${IN_DB} -c 'CREATE TABLE t(name text)'`,
      `docker rm -fv db; ${RUN} postgres:alpine; sleep 2`,
      SELECT,
    );
    expect(printed[SELECT]).toBe(
      'ERROR:  relation "t" does not exist\nLINE 1: SELECT * FROM t\n                      ^\n[1]',
    );
  });

  it('is set up as its environment and its files say, and lets nobody in without the password', async () => {
    const client = 'docker run --rm --network net -e PGPASSWORD';
    const printed = await play(
      `mkdir init; echo "CREATE TABLE t AS SELECT 'from a file' AS name;" > init/1.sql; echo 'psql -U ann -c "CREATE ROLE reader LOGIN" shop' > init/2.sh`,
      'docker network create net',
      'echo right > secret.txt; docker run -d --name db --network net -e POSTGRES_PASSWORD_FILE=/run/secret -e POSTGRES_USER=ann -e POSTGRES_DB=shop -v ./init:/docker-entrypoint-initdb.d -v ./secret.txt:/run/secret postgres; sleep 3',
      `${client}=right postgres psql -h db -U ann -Atc 'SELECT name, current_user FROM t' shop`,
      `${client}=wrong postgres psql -h db -U ann shop`,
      `${client} postgres psql -h db -U ann shop`,
      `${client}=right postgres psql -h db -U ann missing`,
      `${client} postgres psql -h nowhere`,
      `docker exec db psql -U reader -c 'SELECT * FROM t' shop`,
      'docker exec db pg_isready; docker stop -s TERM db; docker run --rm --network net postgres pg_isready -h db',
      'docker run --rm postgres 2>&1 | head -n 1',
    );
    const at = (text: string): string =>
      `psql: error: connection to server at "db" (172.18.0.2), port 5432 failed: ${text}\n[2]`;
    expect(Object.values(printed).slice(3)).toEqual([
      'from a file|ann\n',
      at('FATAL:  password authentication failed for user "ann"'),
      at('fe_sendauth: no password supplied'),
      at('FATAL:  database "missing" does not exist'),
      'psql: error: could not translate host name "nowhere" to address: Name or service not known\n[2]',
      'ERROR:  permission denied for table t\n[1]',
      '/var/run/postgresql:5432 - accepting connections\ndb\ndb:5432 - no response\n[2]',
      'Error: Database is uninitialized and superuser password is not specified.\n',
    ]);
  });

  it('serves several clients in turn, and does not start a third time', async () => {
    const printed = await play(
      `${RUN} postgres; sleep 2; ${IN_DB} -qc 'CREATE TABLE t(n int)'`,
      `for n in 1 2 3; do ${IN_DB} -qAtc "SET work_mem = '\${n}MB'" -c 'BEGIN; INSERT INTO t SELECT count(*) FROM t; SELECT pg_sleep(1); COMMIT' -c 'SHOW work_mem' & done; wait`,
      SELECT,
      `docker run -d --name two -e POSTGRES_PASSWORD=x postgres >/dev/null; docker run -d --name three -e POSTGRES_PASSWORD=x postgres >/dev/null; sleep 5; docker ps -a --format '{{.Names}} {{.Status}}'`,
    );
    expect(Object.values(printed).slice(1)).toEqual([
      expect.stringMatching(/^(\n?\dMB\n?\n?){3}$/),
      '0\n1\n2\n',
      expect.stringMatching(/^three Exited \(1\) .*\ntwo Up .*\ndb Up .*\n$/),
    ]);
  });
});
