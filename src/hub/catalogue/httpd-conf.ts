/** Modules that the image has as files: the others are only named in its configuration. */
const SHIPPED = new Set(
  'mpm_event authn_file authn_core authz_host authz_groupfile authz_user authz_core access_compat auth_basic reqtimeout filter mime log_config env headers setenvif version proxy proxy_http proxy_balancer slotmem_shm lbmethod_byrequests socache_shmcb unixd status autoindex dir alias'.split(
    ' ',
  ),
);

/** In the order of the real file; `+` is loaded. */
const MODULES =
  '+mpm_event mpm_prefork mpm_worker +authn_file authn_dbm +authn_core +authz_host +authz_groupfile +authz_user +authz_core +access_compat +auth_basic auth_form auth_digest allowmethods file_cache cache cache_disk socache_shmcb socache_memcache buffer ratelimit +reqtimeout ext_filter include +filter substitute deflate brotli +mime ldap +log_config log_debug logio +env mime_magic expires +headers unique_id +setenvif +version remoteip proxy proxy_connect proxy_ftp proxy_http proxy_fcgi proxy_uwsgi proxy_wstunnel proxy_balancer session session_cookie slotmem_shm ssl http2 lbmethod_byrequests lbmethod_bytraffic +unixd dav +status +autoindex info cgid cgi vhost_alias negotiation +dir actions speling userdir +alias rewrite'.split(
    ' ',
  );

export const MODULE_FILES: readonly string[] = [...SHIPPED].map((name) => `mod_${name}.so`);

const LOAD_LINES = MODULES.map((entry) => {
  const name = entry.replace('+', '');
  return `${entry.startsWith('+') ? '' : '#'}LoadModule ${name}_module modules/mod_${name}.so`;
}).join('\n');

/** The directives and values of the real file, with comments of ours. */
export const HTTPD_CONF = `# The main configuration file of the Apache HTTP server. Paths that do not begin
# with a slash begin at ServerRoot.
ServerRoot "/usr/local/apache2"

# Address and port to listen on; more than one Listen is fine.
#Listen 12.34.56.78:80
Listen 80

# Modules: what is commented out is there to be switched on.
${LOAD_LINES}

<IfModule unixd_module>
# Who the processes are that answer requests.
User www-data
Group www-data
</IfModule>

# Shown on pages about errors of the server.
ServerAdmin you@example.com

# Name and port that the server knows itself by.
#ServerName www.example.com:80

# Nothing of the file system is served unless another section allows it.
<Directory />
    AllowOverride none
    Require all denied
</Directory>

# Where your pages are.
DocumentRoot "/usr/local/apache2/htdocs"
<Directory "/usr/local/apache2/htdocs">
    # Indexes lists directories without an index file.
    Options Indexes FollowSymLinks

    # What .htaccess files may change: None, All, or some of FileInfo AuthConfig Limit.
    AllowOverride None

    # Everybody may read.
    Require all granted
</Directory>

# What is served where a directory is asked for.
<IfModule dir_module>
    DirectoryIndex index.html
</IfModule>

# .htaccess and .htpasswd are not for visitors.
<Files ".ht*">
    Require all denied
</Files>

# Errors go to the container's stderr.
ErrorLog /proc/self/fd/2

# debug, info, notice, warn, error, crit, alert or emerg.
LogLevel warn

<IfModule log_config_module>
    LogFormat "%h %l %u %t \\"%r\\" %>s %b \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined
    LogFormat "%h %l %u %t \\"%r\\" %>s %b" common

    <IfModule logio_module>
      LogFormat "%h %l %u %t \\"%r\\" %>s %b \\"%{Referer}i\\" \\"%{User-Agent}i\\" %I %O" combinedio
    </IfModule>

    # Requests go to the container's stdout.
    CustomLog /proc/self/fd/1 common

    #CustomLog "logs/access_log" combined
</IfModule>

<IfModule alias_module>
    # Redirect permanent /foo http://www.example.com/bar
    # Alias /webpath /full/filesystem/path
    ScriptAlias /cgi-bin/ "/usr/local/apache2/cgi-bin/"
</IfModule>

<Directory "/usr/local/apache2/cgi-bin">
    AllowOverride None
    Options None
    Require all granted
</Directory>

<IfModule headers_module>
    # Programs behind a proxy are not to be told about one.
    RequestHeader unset Proxy early
</IfModule>

<IfModule mime_module>
    TypesConfig conf/mime.types
    AddType application/x-compress .Z
    AddType application/x-gzip .gz .tgz
</IfModule>

# What is shown for an error: text, a page of this server, or an address elsewhere.
#ErrorDocument 500 "The server made a boo boo."
#ErrorDocument 404 /missing.html
#ErrorDocument 402 http://www.example.com/subscription_info.html

# Further configuration in files of its own:
#Include conf/extra/httpd-mpm.conf
#Include conf/extra/httpd-autoindex.conf
#Include conf/extra/httpd-vhosts.conf
#Include conf/extra/httpd-default.conf

<IfModule proxy_html_module>
Include conf/extra/proxy-html.conf
</IfModule>

<IfModule ssl_module>
SSLRandomSeed startup builtin
SSLRandomSeed connect builtin
</IfModule>
`;

const VHOSTS_CONF = `# Virtual hosts: several sites on one address, told apart by the Host header.
# The first one answers where no name fits.
<VirtualHost *:80>
    ServerAdmin webmaster@dummy-host.example.com
    DocumentRoot "/usr/local/apache2/docs/dummy-host.example.com"
    ServerName dummy-host.example.com
    ServerAlias www.dummy-host.example.com
    ErrorLog "logs/dummy-host.example.com-error_log"
    CustomLog "logs/dummy-host.example.com-access_log" common
</VirtualHost>

<VirtualHost *:80>
    ServerAdmin webmaster@dummy-host2.example.com
    DocumentRoot "/usr/local/apache2/docs/dummy-host2.example.com"
    ServerName dummy-host2.example.com
    ErrorLog "logs/dummy-host2.example.com-error_log"
    CustomLog "logs/dummy-host2.example.com-access_log" common
</VirtualHost>
`;

const AUTOINDEX_CONF = `# Listings of directories with sizes and dates.
IndexOptions FancyIndexing HTMLTable VersionSort
ReadmeName README.html
HeaderName HEADER.html
IndexIgnore .??* *~ *# HEADER* README* RCS CVS *,v *,t
`;

const DEFAULT_CONF = `# Settings that rarely change.
Timeout 60
KeepAlive On
MaxKeepAliveRequests 100
KeepAliveTimeout 5
UseCanonicalName Off
AccessFileName .htaccess
ServerTokens Full
ServerSignature Off
HostnameLookups Off
`;

const MPM_CONF = `# Processes and threads.
<IfModule !mpm_netware_module>
    PidFile "logs/httpd.pid"
</IfModule>
<IfModule mpm_event_module>
    StartServers             3
    MinSpareThreads         75
    MaxSpareThreads        250
    ThreadsPerChild         25
    MaxRequestWorkers      400
    MaxConnectionsPerChild   0
</IfModule>
`;

export const EXTRA_CONFS: readonly (readonly [name: string, text: string])[] = [
  ['httpd-vhosts.conf', VHOSTS_CONF],
  ['httpd-autoindex.conf', AUTOINDEX_CONF],
  ['httpd-default.conf', DEFAULT_CONF],
  ['httpd-mpm.conf', MPM_CONF],
];
