/** Directives that are understood or can be let pass: they tune what the simulation has no part of. */
export const KNOWN_DIRECTIVES: ReadonlySet<string> = new Set([
  'user', 'worker_processes', 'worker_connections', 'error_log', 'pid', 'events', 'http', 'use', 'multi_accept', 'daemon', 'master_process', 'load_module', 'worker_rlimit_nofile',
  'server', 'location', 'listen', 'server_name', 'root', 'alias', 'index', 'autoindex', 'autoindex_exact_size', 'autoindex_localtime', 'try_files', 'error_page', 'return', 'rewrite', 'proxy_pass', 'add_header',
  'default_type', 'types', 'include', 'access_log', 'log_format', 'sendfile', 'tcp_nopush', 'tcp_nodelay', 'keepalive_timeout', 'keepalive_requests', 'gzip', 'gzip_types', 'gzip_min_length',
  'gzip_comp_level', 'gzip_vary', 'gzip_proxied', 'gzip_disable', 'gzip_static', 'proxy_set_header', 'proxy_http_version', 'proxy_redirect', 'proxy_read_timeout', 'proxy_connect_timeout', 'proxy_send_timeout',
  'proxy_buffering', 'proxy_buffer_size', 'proxy_buffers', 'proxy_cache', 'proxy_cache_bypass', 'proxy_pass_header', 'proxy_hide_header', 'proxy_next_upstream', 'proxy_intercept_errors', 'upstream',
  'client_max_body_size', 'client_body_timeout', 'client_header_timeout', 'client_body_buffer_size', 'send_timeout', 'server_tokens', 'expires', 'etag', 'if_modified_since', 'resolver', 'resolver_timeout',
  'deny', 'allow', 'charset', 'types_hash_max_size', 'types_hash_bucket_size', 'server_names_hash_bucket_size', 'log_not_found', 'internal', 'stub_status', 'limit_req', 'limit_req_zone', 'limit_except',
  'set', 'if', 'map', 'absolute_redirect', 'port_in_redirect', 'server_name_in_redirect', 'underscores_in_headers', 'large_client_header_buffers', 'client_header_buffer_size', 'reset_timedout_connection',
  'open_file_cache', 'aio', 'directio', 'keepalive', 'least_conn', 'ip_hash', 'random', 'zone', 'hash', 'real_ip_header', 'set_real_ip_from', 'output_buffers', 'http2', 'satisfy', 'error_log_level',
]); // prettier-ignore

/** Directives of these blocks are data, not directives. */
export const FREE_BLOCKS: ReadonlySet<string> = new Set(['types', 'map', 'upstream', 'geo']);
