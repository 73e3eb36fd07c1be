import { describe, expect, it } from 'vitest';
import { bootWithPrograms, runScript } from '../testing/run-script.ts';

/** Runs a script beside an nginx with this in its http block, and three whoamis behind it. */
async function withNginx(http: string, script: string): Promise<string> {
  const machine = bootWithPrograms();
  const view = machine.kernel.viewAsRoot(machine.kernel.hostMounts);
  for (const path of ['/etc/nginx', '/srv/sub', '/var/log/nginx', '/run']) view.mkdirAll(path);
  view.writeFile('/etc/hosts', '127.0.0.1 localhost a b c\n');
  view.writeFile(
    '/etc/nginx/nginx.conf',
    `worker_processes 2; events { } http { types { text/html html; } default_type text/plain; root /srv; ${http} }`,
  );
  view.writeFile('/srv/index.html', 'index\n');
  const servers = ['a', 'b', 'c'].map(
    (name, at) => `traefik-whoami -name ${name} -port 900${at} 2> /dev/null &`,
  );
  const result = await runScript(
    `${servers.join(' ')} nginx -g 'daemon off;' 2>&1 & sleep 1; { ${script}\n} 2>&1`,
    { machine },
  );
  return result.stdout.replace(/\r/g, '');
}

const NAMES = `for i in 1 2 3 4 5 6; do curl -s localhost | sed -n 's/Name: //p'; done | tr -d '\\n'`;

describe('nginx: upstreams', () => {
  it.each([
    ['server a:9000; server b:9001;', 'ababab'],
    ['server a:9000 weight=2; server b:9001;', 'abaaba'],
    ['server a:9000 down; server b:9001; server c:9002 backup;', 'bbbbbb'],
    ['server a:9009; server c:9002 backup;', 'cccccc'],
    ['server a:9009; server b:9001; server c:9002;', 'bcbcbc'],
    ['least_conn; server a:9000; server b:9001;', 'ababab'],
    ['ip_hash; server a:9000; server a:9000;', 'aaaaaa'],
  ])('%s', async (servers, order) => {
    const text = await withNginx(
      `upstream app { ${servers} } server { location / { proxy_pass http://app; } }`,
      NAMES,
    );
    expect(text).toBe(order);
  });

  it('does not start where a name is not known, but resolves a variable late', async () => {
    const late = 'server { resolver 127.0.0.11; location / { set $app $arg_to; proxy_pass http://$app:9001; } }';
    expect(await withNginx(late, `curl -s 'localhost/?to=b' | head -1; curl -s -o f -w '%{http_code}\\n' 'localhost/?to=nope'; grep -o 'nope.*found)' /var/log/nginx/error.log`)).toBe(
      'Name: b\n502\nnope could not be resolved (3: Host not found)\n',
    );
    const early = await withNginx('server { location / { proxy_pass http://nope; } }', 'nginx -t; echo $?');
    expect(early).toContain('nginx: [emerg] host not found in upstream "nope" in /etc/nginx/nginx.conf:1\n');
  }); // prettier-ignore
});

describe('nginx: rewriting', () => {
  it('knows set, map, if, rewrite with arguments, and named locations', async () => {
    const http = `map $arg_v $word { default none; 1 one; ~^x "re $arg_v"; }
      server { set $a b; location /set { return 200 "$a-$arg_q $word\\n"; }
      location /if { if ($arg_x = 1) { return 403; } if (-f $document_root/index.html) { set $f yes; } return 200 "$f\\n"; }
      location /rw { rewrite ^/rw/(.*)$ /set?q=$1 last; } location /try { try_files $uri @named; } location @named { return 200 "named\\n"; }
      location /in { internal; } location ~ ^/re/(?<id>\\d+)$ { return 200 "id $id\\n"; } location /bye { return 444; } }`;
    const text = await withNginx(
      http,
      `for p in '/set?q=1&v=1' '/set?v=xy' '/rw/z?v=1' /if /try/x /re/42; do curl -s "localhost$p"; done; for p in 'if?x=1' in; do curl -s -o f -w '%{http_code} ' "localhost/$p"; done; curl -s localhost/bye; echo $?`,
    );
    expect(text).toBe('b-1 one\nb- re xy\nb-z one\nyes\nnamed\nid 42\n403 404 52\n');
  });
});

describe('nginx: access', () => {
  it('asks for passwords and knows addresses', async () => {
    const http = `server { location /p/ { alias /srv/; auth_basic "In here"; auth_basic_user_file users; } location /d/ { alias /srv/; allow 10.0.0.0/8; deny all; }
      location /a/ { alias /srv/; allow 127.0.0.1; deny all; } location /g/ { alias /srv/; limit_except GET { deny all; } } }`;
    const text = await withNginx(
      http,
      `echo 'u:{PLAIN}pw' > /etc/nginx/users; curl -sI localhost/p/ | grep -E 'HTTP|WWW'; curl -s -u u:pw localhost/p/; for p in /d/ /a/ /g/; do curl -s -o f -w '%{http_code} ' localhost$p; done; curl -s -o f -w '%{http_code}\\n' -X POST localhost/g/`,
    );
    expect(text).toBe('HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="In here"\nindex\n403 200 200 403\n');
  }); // prettier-ignore

  it.each([
    ['server { location / { root a; root b; } }', '"root" directive is duplicate'],
    ['server { location / { } location / { } }', 'duplicate location "/"'],
    ['server { proxy_pass http://a; }', '"proxy_pass" directive is not allowed here'],
    ['server { autoindex yes; }', 'invalid value "yes" in "autoindex" directive, it must be "on" or "off"'],
    ['server { location ~ /a { proxy_pass http://a/x; } }', '"proxy_pass" cannot have URI part in location given by regular expression'],
    ['server { return 200 $nothing; }', 'unknown "nothing" variable'],
    ['server { listen 99999; }', 'invalid port in "99999" of the "listen" directive'],
  ])('%s is refused', async (http, said) => {
    expect(await withNginx(http, 'nginx -t')).toContain(`nginx: [emerg] ${said}`);
  }); // prettier-ignore
});
