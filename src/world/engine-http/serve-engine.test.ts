import { expect, it } from 'vitest';
import { openTestSession } from '../../../test/support/open-session.ts';

/** What these lines print in one shell of a fresh world. */
async function run(...commands: string[]): Promise<string> {
  const session = openTestSession('/root', 3);
  let printed = '';
  for (const command of commands) {
    const { stdout, stderr } = await session.run({ command });
    printed += stdout + stderr;
  }
  return printed;
}

const ASK = 'ask() { curl -s --unix-socket /var/run/docker.sock "http://localhost$@"; }';

it('the socket answers HTTP: versions, errors as JSON, the life of a container', async () => {
  expect(
    await run(
      `${ASK}; ask /v1.50/version | jq -c [.Version,.ApiVersion]; ask /_ping; echo; ask /v1.51/info; ask /nothing; ask /containers/x/json`,
    ),
  ).toBe(`["28.2.2","1.50"]
OK
{"message":"client version 1.51 is too new. Maximum supported API version is 1.50"}
{"message":"page not found"}
{"message":"No such container: x"}
`);
  const create = `-X POST -H 'Content-Type: application/json' -d '{"Image":"alpine","Cmd":["sh","-c","echo hi; exit 3"]}'`;
  expect(
    await run(
      `docker pull -q alpine >/dev/null; ask() { curl -s --unix-socket /var/run/docker.sock "$@"; }; U=http://localhost`,
      `ask ${create} "$U/containers/create?name=one" | jq -r '.Id|length'; ask -X POST $U/containers/one/start -w '%{http_code}\\n'`,
      `ask -X POST $U/containers/one/wait; ask "$U/containers/one/logs?stdout=1" | od -An -c`,
      `ask -X POST $U/containers/one/stop -w '%{http_code}\\n'; ask -X DELETE $U/containers/one -w '%{http_code}\\n'; ask "$U/containers/json?all=1"`,
      `ask -d x=1 $U/containers/create; ask -H 'Content-Type: application/json' -d '{"Image":3}' $U/containers/create`,
    ),
  ).toBe(`64
204
{"StatusCode":3}
 001  \\0  \\0  \\0  \\0  \\0  \\0 003   h   i  \\n
304
204
[]
{"message":"unsupported Content-Type header (application/x-www-form-urlencoded): must be 'application/json'"}
{"message":"invalid JSON: json: cannot unmarshal number into Go struct field ContainerConfig.Image"}
`);
});

it('an exec is made, started in the background and looked at', async () => {
  expect(
    await run(
      `docker pull -q alpine >/dev/null; docker run -d --name one alpine sleep 100 >/dev/null; ask() { curl -s --unix-socket /var/run/docker.sock -H 'Content-Type: application/json' "$@"; }; U=http://localhost`,
      `ID=$(ask -d '{"Cmd":["sh","-c","exit 4"],"User":"root"}' $U/containers/one/exec | jq -r .Id); ask -d '{"Detach":true}' $U/exec/$ID/start -w '%{http_code}\n'; sleep 1`,
      `ask $U/exec/$ID/json | jq -c '[.Running,.ExitCode,.ProcessConfig]'; ask $U/exec/nope/json; ask $U/nodes`,
    ),
  ).toBe(`200
[false,4,{"tty":false,"entrypoint":"sh","arguments":["-c","exit 4"],"privileged":false,"user":"root"}]
{"message":"No such exec instance: nope"}
{"message":"This node is not a swarm manager. Use \\"docker swarm init\\" or \\"docker swarm join\\" to connect this node to swarm and try again."}
`);
});

it('a published port with nobody behind it resets what comes by the proxy and refuses the rest', async () => {
  expect(
    await run(
      'docker pull -q alpine >/dev/null; docker run -d -p 8080:80 alpine sleep 1000 >/dev/null',
      'curl -sS localhost:8080 2>&1; echo $?; curl -s 192.168.0.18:8080; echo $?; wget -q localhost:8080; echo $?',
      'docker run --rm alpine wget -q -O- 172.17.0.1:8080',
    ),
  ).toBe(`curl: (56) Recv failure: Connection reset by peer
56
7
4
wget: error getting response: Connection reset by peer
`);
});
