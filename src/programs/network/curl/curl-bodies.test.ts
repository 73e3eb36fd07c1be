import { expect, it } from 'vitest';
import { runScript } from '../../testing/run-script.ts';

const SERVER = `serve() { (printf 'HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok' | nc -l -p 900 -w 1 > got) & sleep 0.1; }`;

it('sends forms in parts, each with what belongs to it', async () => {
  const { stdout } = await runScript(
    `${SERVER}; serve; echo hello > a.txt; curl -s -F a=@a.txt -F 'b=@a.txt;type=x/y;filename=q' -F 'c=<a.txt' -F d=text localhost:900/up; wait; tr -d '\\r' < got | sed 's/-----*[A-Za-z0-9]*/BOUND/'`,
  );
  expect(stdout).toBe(`okPOST /up HTTP/1.1
Host: localhost:900
User-Agent: curl/8.14.1
Accept: */*
Content-Length: 535
Content-Type: multipart/form-data; boundary=BOUND

BOUND
Content-Disposition: form-data; name="a"; filename="a.txt"
Content-Type: text/plain

hello

BOUND
Content-Disposition: form-data; name="b"; filename="q"
Content-Type: x/y

hello

BOUND
Content-Disposition: form-data; name="c"

hello

BOUND
Content-Disposition: form-data; name="d"

text
BOUND--
`);
});

it('uploads a file with PUT, under its name where the URL ends in a slash', async () => {
  const { stdout } = await runScript(
    `${SERVER}; serve; echo hello > a.txt; curl -s -T a.txt localhost:900/dir/; wait; tr -d '\\r' < got`,
  );
  expect(stdout).toBe(
    'okPUT /dir/a.txt HTTP/1.1\nHost: localhost:900\nUser-Agent: curl/8.14.1\nAccept: */*\nContent-Length: 6\n\nhello\n',
  );
});

it('says what it can not write or read', async () => {
  const { stdout, stderr } = await runScript(
    `${SERVER}; serve; curl --no-progress-meter -o /nosuch/x localhost:900; echo $?; curl -F a=@nosuch localhost:901; echo $?`,
  );
  expect([stdout, stderr]).toEqual([
    '23\n26\n',
    'Warning: Failed to open the file /nosuch/x: No such file or directory\ncurl: (23) Failure writing output to destination, passed 2 returned 0\ncurl: (26) Failed to open/read local data from file/application\n',
  ]);
});
