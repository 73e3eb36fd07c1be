import { describe } from 'vitest';
import { table } from '../testing/table.ts';

const SITE = `echo '127.0.0.1 localhost' > /etc/hosts; echo hi > index.html; httpd -p 8080 -h . & sleep 1`;
const METER =
  '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n' +
  '                                 Dload  Upload   Total   Spent    Left  Speed\n';
const IDLE = '  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0';

describe('curl', () => {
  table([
    [
      `${SITE}; curl -s localhost:8080; curl -s -o f -w '%{http_code} %{size_download}\\n' localhost:8080/; cat f`,
      'hi\n200 3\nhi\n',
    ],
    [
      `${SITE}; curl -sO localhost:8080/index.html; ls; curl -sI localhost:8080 | head -1`,
      'index.html\nHTTP/1.1 200 OK\r\n',
    ],
    [
      `${SITE}; curl -sf localhost:8080/no; echo $?; curl -sSf localhost:8080/no; echo $?`,
      '22\ncurl: (22) The requested URL returned error: 404\n22\n',
    ],
    [
      `echo '127.0.0.1 localhost' > /etc/hosts; curl localhost:4000; echo $?`,
      `${METER}\r${IDLE}\r${IDLE}\ncurl: (7) Failed to connect to localhost port 4000 after 0 ms: Couldn't connect to server\n7\n`,
    ],
    [`curl -sS http://; echo $?`, 'curl: (3) URL rejected: No host part in the URL\n3\n'],
    [
      `curl -sS nohost; echo $?; curl; echo $?`,
      "curl: (6) Could not resolve host: nohost\n6\ncurl: (2) no URL specified\ncurl: try 'curl --help' or 'curl --manual' for more information\n2\n",
    ],
    [
      `nc -l -p 9000 > got & sleep 1; curl -sS -m 2 -d a=1 -H 'X-Y: z' 127.0.0.1:9000; echo $?; tr -d '\\r' < got`,
      'curl: (28) Operation timed out after 2000 milliseconds with 0 bytes received\n28\nPOST / HTTP/1.1\nHost: 127.0.0.1:9000\nUser-Agent: curl/8.14.1\nAccept: */*\nX-Y: z\nContent-Length: 3\nContent-Type: application/x-www-form-urlencoded\n\na=1',
    ],
    [
      `echo bye | nc -l -p 9000 > /dev/null & sleep 1; curl -sS 127.0.0.1:9000; echo $?`,
      'curl: (1) Received HTTP/0.9 when not allowed\n1\n',
    ],
  ]);
});

describe('dig', () => {
  table([
    [
      `echo '10.0.0.7 web' > /etc/hosts; dig +short web; dig web | grep -A1 SECTION; dig nope @10.0.0.2 | grep -o 'status: [A-Z]*\\|SERVER.*'`,
      '10.0.0.7\n;; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 65494\n;; QUESTION SECTION:\n;web.\t\t\t\tIN\tA\n--\n;; ANSWER SECTION:\nweb.\t\t\t600\tIN\tA\t10.0.0.7\nstatus: NXDOMAIN\nSERVER: 10.0.0.2#53(10.0.0.2) (UDP)\n',
    ],
  ]);
});

describe('what curl refuses', () => {
  table([
    [
      `curl -s 'http://a b/'; echo $?; curl -sS http://localhost:abc/; curl -sS localhost:99999; curl -sS http:///x; echo $?`,
      '3\ncurl: (3) URL rejected: Port number was not a decimal number between 0 and 65535\ncurl: (3) URL rejected: Port number was not a decimal number between 0 and 65535\ncurl: (3) URL rejected: No host part in the URL\n3\n',
    ],
    [
      `curl -T no http://localhost:1/; echo $?; curl -m x localhost; echo $?; curl -I -d x localhost; echo $?`,
      "curl: cannot open 'no'\ncurl: try 'curl --help' or 'curl --manual' for more information\ncurl: (26) Failed to open/read local data from file/application\n26\ncurl: option -m: expected a proper numerical parameter\ncurl: try 'curl --help' or 'curl --manual' for more information\n2\nWarning: You can only select one HTTP request method! You asked for both POST \nWarning: (-d, --data) and HEAD (-I, --head).\n2\n",
    ],
    [`${SITE}; curl -sO localhost:8080/; cat curl_response`, 'hi\n'],
  ]);
});

describe('wget, nc, ping, ss', () => {
  table([
    [`${SITE}; wget -qO- localhost:8080; wget -q localhost:8080/no; echo $?`, 'hi\n8\n'],
    [
      `nc -z 127.0.0.1 80; echo $?; (nc -l -p 80 > got) & sleep 1; echo hey | nc -N 127.0.0.1 80; sleep 1; cat got`,
      '1\nhey\n',
    ],
    [
      `(nc -l -s 127.0.0.1 -p 90 > got) & sleep 1; netstat -tln | grep -c '127.0.0.1:90 '; nc -z 192.168.0.10 90; echo $?; nc -z 127.0.0.1 90; echo $?`,
      '1\n1\n0\n',
    ],
    [
      `ping -c 1 127.0.0.1 | sed -n '1p;5p'; ping -c 1 nohost; echo $?`,
      'PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.\n1 packets transmitted, 1 received, 0% packet loss, time 0ms\nping: nohost: Name or service not known\n2\n',
    ],
    [
      `${SITE}; netstat -tln | tail -1; ip -4 addr show eth0 | sed -n 2p`,
      'tcp        0      0 0.0.0.0:8080            0.0.0.0:*               LISTEN      \n    inet 192.168.0.10/24 brd 192.168.0.255 scope global eth0\n',
    ],
    [
      `${SITE}; ss -tln; ss -Hln; ss -tn; ss -tln 'sport = :81'; ss -tl foo; echo $?`,
      'State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\nLISTEN 0      4096         0.0.0.0:8080      0.0.0.0:*          \ntcp LISTEN 0      4096   0.0.0.0:8080 0.0.0.0:*\nState Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\nState Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\nss: bison bellows (while parsing filter): "syntax error!" Sorry.\n255\n',
    ],
    [
      `ip route get 192.168.0.7; ip route get 9.9.9.9; ip route get 127.0.0.1; ip route get x; echo $?`,
      '192.168.0.7 dev eth0 src 192.168.0.10 uid 0 \n    cache \n9.9.9.9 via 192.168.0.1 dev eth0 src 192.168.0.10 uid 0 \n    cache \nlocal 127.0.0.1 dev lo src 127.0.0.1 uid 0 \n    cache <local> \nError: any valid prefix is expected rather than "x".\n1\n',
    ],
  ]);
});

describe('wget of busybox', () => {
  table(
    [
      [
        `${SITE}; wget -qO- localhost:8080; wget -O- localhost:8080/no; echo $?`,
        'hi\nConnecting to localhost:8080 (127.0.0.1:8080)\nwget: server returned error: HTTP/1.1 404 Not Found\n1\n',
      ],
      [
        `wget -qO- 127.0.0.1:4000; echo $?; wget nohost`,
        "wget: can't connect to remote host (127.0.0.1): Connection refused\n1\nwget: bad address 'nohost'\n",
      ],
    ],
    { busybox: true },
  );
});
