import { describe, expect, it } from 'vitest';
import { bootWithPrograms, runScript } from '../testing/run-script.ts';

const MAIN = `worker_processes 1; error_log /var/log/nginx/error.log notice; pid /run/nginx.pid;
events { worker_connections 1024; }
http {
  include mime.types; default_type application/octet-stream;
  log_format main '$remote_addr "$request" $status $body_bytes_sent';
  access_log /var/log/nginx/access.log main;
  include /etc/nginx/conf.d/*.conf;
}`;

/** Runs a script beside an nginx with this server block. */
async function withNginx(server: string, script: string): Promise<string> {
  const machine = bootWithPrograms();
  const view = machine.kernel.viewAsRoot(machine.kernel.hostMounts);
  for (const path of ['/etc/nginx/conf.d', '/usr/share/nginx/html/sub', '/var/log/nginx', '/run'])
    view.mkdirAll(path);
  view.writeFile('/etc/hosts', '127.0.0.1 localhost\n');
  view.writeFile('/etc/nginx/nginx.conf', MAIN);
  view.writeFile('/etc/nginx/mime.types', 'types { text/html html; text/css css; }');
  view.writeFile(
    '/etc/nginx/conf.d/default.conf',
    `server { listen 80; server_name localhost; root /usr/share/nginx/html; ${server} }`,
  );
  view.writeFile('/usr/share/nginx/html/index.html', '<h1>hi</h1>\n');
  view.writeFile('/usr/share/nginx/html/a.css', 'p{}\n');
  const result = await runScript(`nginx -g 'daemon off;' & sleep 1; { ${script}\n} 2>&1`, { machine });
  return result.stdout.replace(/\r/g, '');
}

const page = (title: string): string =>
  `<html>\n<head><title>${title}</title></head>\n<body>\n<center><h1>${title}</h1></center>\n<hr><center>nginx/1.29.3</center>\n</body>\n</html>\n`;

describe('nginx: static files', () => {
  it('sends a file with its headers, and 304 where it is unchanged', async () => {
    const text = await withNginx(
      '',
      `curl -si localhost; curl -si -H 'If-None-Match: "6955b900-c"' localhost | head -1`,
    );
    expect(text).toBe(
      'HTTP/1.1 200 OK\nServer: nginx/1.29.3\nDate: Thu, 01 Jan 2026 00:00:01 GMT\nContent-Type: text/html\nContent-Length: 12\n' +
        'Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT\nConnection: keep-alive\nETag: "6955b900-c"\nAccept-Ranges: bytes\n\n<h1>hi</h1>\n' +
        'HTTP/1.1 304 Not Modified\n',
    );
  });

  it('sends a range', async () => {
    expect(
      await withNginx('', `curl -si -H 'Range: bytes=4-5' localhost | sed -n '1p;/Content-Range/p;$p'; echo`),
    ).toBe('HTTP/1.1 206 Partial Content\nContent-Range: bytes 4-5/12\nhi\n');
  });

  it('redirects to directories and refuses to list them', async () => {
    const text = await withNginx(
      '',
      `curl -sI localhost/sub | grep -E 'HTTP|Location'; curl -s localhost/sub/; curl -s localhost/nope`,
    );
    expect(text).toBe(
      `HTTP/1.1 301 Moved Permanently\nLocation: http://localhost/sub/\n${page('403 Forbidden')}${page('404 Not Found')}`,
    );
  });

  it('keeps what is no UTF-8 in a URL as it came, and refuses broken escapes', async () => {
    const text = await withNginx(
      'location /old/ { return 301 /new$request_uri; }',
      `curl -sI localhost/old/%ff | grep -E '^HTTP|^Location'; for path in %ff %zz a%00b %; do curl -so /dev/null -w '%{http_code}\n' localhost/$path; done; cut -d' ' -f2- /var/log/nginx/access.log | head -2`,
    );
    expect(text).toBe(
      'HTTP/1.1 301 Moved Permanently\nLocation: http://localhost/new/old/%ff\n404\n400\n400\n400\n"HEAD /old/%ff HTTP/1.1" 301 0\n"GET /%ff HTTP/1.1" 404 153\n',
    );
  });

  it('lists a directory with autoindex', async () => {
    const text = await withNginx(
      'location /x/ { alias /usr/share/nginx/html/; autoindex on; index no; }',
      'curl -s localhost/x/ | grep -c href',
    );
    expect(text).toBe('4\n');
  });
});

describe('nginx: locations', () => {
  it('chooses =, ^~, regular expressions and the longest prefix in order', async () => {
    const server = `location / { return 200 "root\\n"; } location = /a { return 200 "exact\\n"; } location ^~ /img/ { return 200 "prefix\\n"; }
      location ~ \\.css$ { return 200 "regex\\n"; } location ~* \\.JPG$ { return 200 "any case\\n"; } location /a { return 200 "longer\\n"; }`;
    const text = await withNginx(
      server,
      'for p in / /a /ab /img/x.css /x.css /x.jpg; do curl -s localhost$p; done',
    );
    expect(text).toBe('root\nexact\nlonger\nprefix\nregex\nany case\n');
  });

  it('knows return, try_files, error_page and add_header', async () => {
    const server = `location /old { return 301 /new; } location /app { try_files $uri /index.html; } error_page 404 /a.css; location /h { add_header X-A "$uri"; return 204; }`;
    const text = await withNginx(
      server,
      `curl -sI localhost/old | grep Location; curl -s localhost/app/x; curl -s -w '%{http_code}\\n' localhost/nope; curl -sI localhost/h | grep X-A`,
    );
    expect(text).toBe('Location: http://localhost/new\n<h1>hi</h1>\np{}\n404\nX-A: /h\n');
  });

  it('passes requests on, and answers 502 where nobody listens', async () => {
    const server =
      'location /api/ { proxy_pass http://127.0.0.1:9000/; } location /dead { proxy_pass http://127.0.0.1:9999; }';
    const text = await withNginx(
      server,
      'echo data > f; httpd -p 9000 -h . & sleep 1; curl -s localhost/api/f; curl -s localhost/dead; tail -1 /var/log/nginx/error.log',
    );
    expect(text).toBe(
      `data\n${page('502 Bad Gateway')}2026/01/01 00:00:02 [error] 4#4: *2 connect() failed (111: Connection refused) while connecting to upstream, ` +
        'client: 127.0.0.1, server: localhost, request: "GET /dead HTTP/1.1", upstream: "http://127.0.0.1:9999/dead", host: "localhost"\n',
    );
  });
});

describe('nginx: processes and logs', () => {
  it('writes the access log and counts connections', async () => {
    const text = await withNginx(
      'location = /status { stub_status; }',
      'curl -s localhost/a.css > /dev/null; curl -s localhost/status; head -1 /var/log/nginx/access.log',
    );
    expect(text).toBe(
      'Active connections: 1 \nserver accepts handled requests\n 2 2 2 \nReading: 0 Writing: 1 Waiting: 0 \n127.0.0.1 "GET /a.css HTTP/1.1" 200 4\n',
    );
  });

  it('a master has its worker, and SIGQUIT ends both in peace', async () => {
    const text = await withNginx(
      '',
      'ps -o pid,args | grep nginx: | grep -v grep; kill -QUIT %1; wait; sed "s/.*: //" /var/log/nginx/error.log',
    );
    expect(text).toBe(
      '      2 nginx: master process nginx -g daemon off;\n      4 nginx: worker process\nusing the "epoll" event method\nnginx/1.29.3\n' +
        'built by gcc 14.2.0 (Debian 14.2.0-19) \nLinux 6.8.0\n1048576:1048576\nstart worker processes\nstart worker process 4\n' +
        'signal 3 (SIGQUIT) received, shutting down\ngracefully shutting down\nexiting\nexit\nsignal 17 (SIGCHLD) received from 4\n' +
        'worker process 4 exited with code 0\nexit\n',
    );
  });

  it('tests its configuration', async () => {
    const text = await withNginx(
      '',
      `nginx -t; nginx -v; echo 'server { listen 80 }' > /etc/nginx/conf.d/bad.conf; nginx -t; echo $?`,
    );
    expect(text).toBe(
      'nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\nnginx: configuration file /etc/nginx/nginx.conf test is successful\nnginx version: nginx/1.29.3\n' +
        '2026/01/01 00:00:01 [emerg] 7#7: unexpected "}" in /etc/nginx/conf.d/bad.conf:1\nnginx: [emerg] unexpected "}" in /etc/nginx/conf.d/bad.conf:1\nnginx: configuration file /etc/nginx/nginx.conf test failed\n1\n',
    );
  });
});
