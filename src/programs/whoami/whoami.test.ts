import { describe, expect, it } from 'vitest';
import { HttpHeaders } from '../http/http-headers.ts';
import { toBytes, toText } from '../../lib/bytes.ts';
import { bootWithPrograms, runScript } from '../testing/run-script.ts';
import { writeGoRequest } from './go-request.ts';

/** Runs a script beside a whoami with these words. */
async function withWhoami(words: string, script: string): Promise<string> {
  const result = await runScript(
    `echo '127.0.0.1 localhost' > /etc/hosts; traefik-whoami ${words} 2> log & sleep 1; { ${script}\n} 2>&1`,
  );
  return result.stdout.replace(/\r/g, '');
}

describe('whoami', () => {
  it('tells who answers and what it was asked', async () => {
    const text = await withWhoami(
      '',
      `curl -s -H 'X-b: 2' -H 'x-a: 1' localhost/p?q=1 | sed 's/:[0-9]*$//'; cat log`,
    );
    expect(text).toBe(
      'Hostname: node1\nIP: 127.0.0.1\nIP: 192.168.0.10\nRemoteAddr: 127.0.0.1\n' +
        'GET /p?q=1 HTTP/1.1\nHost: localhost\nUser-Agent: curl/8.14.1\nAccept: */*\nX-A: 1\nX-B: 2\n\n' +
        '2026/01/01 00:00:00 Starting up on port 80\n',
    );
  });

  it('answers with the headers of a Go program', async () => {
    expect(await withWhoami('', 'curl -si localhost/health; curl -sI localhost/api | sort')).toBe(
      'HTTP/1.1 200 OK\nDate: Thu, 01 Jan 2026 00:00:01 GMT\nContent-Length: 0\n\n' +
        '\nAccess-Control-Allow-Methods: *\nAccess-Control-Allow-Origin: *\nContent-Length: 192\nContent-Type: application/json\n' +
        'Date: Thu, 01 Jan 2026 00:00:01 GMT\nHTTP/1.1 200 OK\n',
    );
  });

  it('has a name, another port, a log of requests and the environment when asked for it', async () => {
    const text = await withWhoami(
      '-port=8080 --name me -verbose',
      `curl -s 'localhost:8080/?env=true&wait=2s' | grep -E '^Name|^PATH'; curl -s localhost:8080/api | grep -o '"name":"me"'; sed 's/:[0-9]* - -/ - -/' log`,
    );
    expect(text).toBe(
      'Name: me\nPATH=/bin\n"name":"me"\n2026/01/01 00:00:00 Starting up on port 8080\n' +
        '2026/01/01 00:00:03 127.0.0.1 - - [01/Jan/2026:00:00:03 +0000] "GET / HTTP/1.1" - -\n' +
        '2026/01/01 00:00:03 127.0.0.1 - - [01/Jan/2026:00:00:03 +0000] "GET /api HTTP/1.1" - -\n',
    );
  });

  it('keeps the health it is told, and sends as much as it is asked for', async () => {
    const text = await withWhoami(
      '',
      `curl -s -d 503 localhost/health; curl -s -o f -w '%{http_code}\\n' localhost/health; curl -s -d x localhost/health;
       curl -s 'localhost/data?size=5'; echo; curl -s 'localhost/data?size=3&unit=KB' | wc -c; curl -s localhost/bench`,
    );
    expect(text).toBe(
      "Update health check status code [503]\n503\ninvalid character 'x' looking for beginning of value\n|ABC|\n3072\n1",
    );
  });

  it('says what is wrong with its flags and its port', async () => {
    const machine = bootWithPrograms();
    const { stdout } = await runScript(
      `{ traefik-whoami -x 2>&1 | head -2; traefik-whoami -port abc; traefik-whoami & sleep 1; traefik-whoami; echo $?; } 2>&1`,
      { machine },
    );
    expect(stdout).toContain('flag provided but not defined: -x\nUsage of traefik-whoami:\n');
    expect(stdout).toContain('listen tcp: lookup tcp/abc: unknown port\n');
    expect(stdout).toContain('listen tcp :80: bind: address already in use\n1\n');
  });
});

describe('writeGoRequest', () => {
  it('writes the length of a body, and puts Host and User-Agent first', () => {
    const request = {
      method: 'POST',
      target: '/',
      version: 'HTTP/1.1',
      headers: new HttpHeaders([
        ['accept', 'b'],
        ['host', 'web'],
        ['content-length', '2'],
        ['x_y', '1'],
      ]),
      body: toBytes('hi'),
    };
    expect(toText(writeGoRequest(request))).toBe(
      'POST / HTTP/1.1\r\nHost: web\r\nUser-Agent: Go-http-client/1.1\r\nContent-Length: 2\r\nAccept: b\r\nX_y: 1\r\n\r\nhi',
    );
  });
});
