/** What is known of a directive. */
export interface DirectiveRule {
  /** m main, e events, h http, s server, l location, u upstream, i `if`, x limit_except. */
  readonly places: string;
  readonly min: number;
  readonly max: number;
  readonly block: boolean;
  /** A second one in the same block is refused. */
  readonly once: boolean;
  /** What its one argument must be. */
  readonly value: 'flag' | 'size' | 'time' | undefined;
}

/**
 * name places min max marks. Marks: { has a block, 1 once, f on|off, s a size, t a time. Directives without effect here tune what the simulation has no part of.
 * @see nginx, the command tables of its modules
 */
const TABLE = `
user m 1 2 1|worker_processes m 1 1 1|worker_cpu_affinity m 1 9 1|worker_priority m 1 1|worker_rlimit_nofile m 1 1 1|worker_shutdown_timeout m 1 1 1t|daemon m 1 1 1f|master_process m 1 1 1f|pid m 1 1 1|load_module m 1 1|env m 1 1
error_log mhsl 1 9|events m 0 0 {1|http m 0 0 {1|worker_connections e 1 1 1|use e 1 1 1|multi_accept e 1 1 1f|accept_mutex e 1 1 1f|include mehslu 1 1
server hu 0 9|listen s 1 9|server_name s 1 99|location sl 1 2 {|upstream h 1 1 {|types hsl 0 0 {|map h 2 2 {|geo h 1 2 {|if sl 1 99 {|limit_except l 1 9 {
root hsli 1 1 1|alias l 1 1 1|index hsl 1 99|try_files sl 2 99|return sli 1 2|rewrite sli 2 3|set sli 2 2|break sli 0 0|internal l 0 0|error_page hsli 2 99|default_type hsl 1 1 1
autoindex hsl 1 1 1f|autoindex_exact_size hsl 1 1 1f|autoindex_localtime hsl 1 1 1f|autoindex_format hsl 1 1 1
add_header hsli 2 3|add_trailer hsli 2 3|expires hsli 1 2|charset hsli 1 1 1|charset_types hsl 1 99|source_charset hsli 1 1 1|override_charset hsl 1 1 1f|etag hsl 1 1 1f|if_modified_since hsl 1 1 1
access_log hslix 1 9|log_format h 2 99|log_not_found hsl 1 1 1f|open_log_file_cache hsl 1 4|log_subrequest hsl 1 1 1f
auth_basic hslx 1 1 1|auth_basic_user_file hslx 1 1 1|allow hslx 1 1|deny hslx 1 1|satisfy hsl 1 1 1
proxy_pass lix 1 1 1|proxy_set_header hsl 2 2|proxy_hide_header hsl 1 1|proxy_pass_header hsl 1 1|proxy_ignore_headers hsl 1 99|proxy_http_version hsl 1 1 1|proxy_redirect hsl 1 2|proxy_method hsl 1 1 1|proxy_set_body hsl 1 1 1
proxy_read_timeout hsl 1 1 1t|proxy_connect_timeout hsl 1 1 1t|proxy_send_timeout hsl 1 1 1t|proxy_buffering hsl 1 1 1f|proxy_request_buffering hsl 1 1 1f|proxy_buffer_size hsl 1 1 1s|proxy_buffers hsl 2 2 1|proxy_busy_buffers_size hsl 1 1 1s|proxy_max_temp_file_size hsl 1 1 1s|proxy_temp_path hsl 1 4 1
proxy_cache hsl 1 1 1|proxy_cache_path h 2 99|proxy_cache_valid hsl 1 99|proxy_cache_key hsl 1 1 1|proxy_cache_bypass hsl 1 99|proxy_no_cache hsl 1 99|proxy_cache_use_stale hsl 1 99 1|proxy_cache_methods hsl 1 99 1|proxy_cache_lock hsl 1 1 1f|proxy_next_upstream hsl 1 99 1|proxy_next_upstream_tries hsl 1 1 1|proxy_next_upstream_timeout hsl 1 1 1t|proxy_intercept_errors hsl 1 1 1f|proxy_ssl_verify hsl 1 1 1f|proxy_ssl_server_name hsl 1 1 1f|proxy_cookie_path hsl 1 99|proxy_cookie_domain hsl 1 2
client_max_body_size hsl 1 1 1s|client_body_timeout hsl 1 1 1t|client_header_timeout hs 1 1 1t|client_body_buffer_size hsl 1 1 1s|client_body_temp_path hsl 1 4 1|client_header_buffer_size hs 1 1 1s|large_client_header_buffers hs 2 2 1|send_timeout hsl 1 1 1t|lingering_close hsl 1 1 1|reset_timedout_connection hsl 1 1 1f
server_tokens hsl 1 1 1|absolute_redirect hsl 1 1 1f|port_in_redirect hsl 1 1 1f|server_name_in_redirect hsl 1 1 1f|merge_slashes hs 1 1 1f|underscores_in_headers hs 1 1 1f|ignore_invalid_headers hs 1 1 1f|recursive_error_pages hsl 1 1 1f|chunked_transfer_encoding hsl 1 1 1f
sendfile hsli 1 1 1f|sendfile_max_chunk hsl 1 1 1s|tcp_nopush hsl 1 1 1f|tcp_nodelay hsl 1 1 1f|keepalive_requests hsl 1 1 1|keepalive_disable hsl 1 2 1|aio hsl 1 1 1|directio hsl 1 1 1|output_buffers hsl 2 2 1|open_file_cache hsl 1 2 1|open_file_cache_valid hsl 1 1 1t|open_file_cache_errors hsl 1 1 1f|open_file_cache_min_uses hsl 1 1 1|types_hash_max_size hsl 1 1 1|types_hash_bucket_size hsl 1 1 1|server_names_hash_bucket_size h 1 1 1|server_names_hash_max_size h 1 1 1|variables_hash_max_size h 1 1 1|variables_hash_bucket_size h 1 1 1|map_hash_bucket_size h 1 1 1|map_hash_max_size h 1 1 1|proxy_headers_hash_max_size hsl 1 1 1|proxy_headers_hash_bucket_size hsl 1 1 1
gzip hsli 1 1 1f|gzip_types hsl 1 99|gzip_min_length hsl 1 1 1s|gzip_comp_level hsl 1 1 1|gzip_vary hsl 1 1 1f|gzip_proxied hsl 1 99 1|gzip_disable hsl 1 99|gzip_static hsl 1 1 1|gzip_http_version hsl 1 1 1|gzip_buffers hsl 2 2 1|gunzip hsl 1 1 1f
resolver hslu 1 99|resolver_timeout hslu 1 1 1t|stub_status sl 0 1|real_ip_header hsl 1 1 1|set_real_ip_from hsl 1 1|real_ip_recursive hsl 1 1 1f|http2 hs 1 1 1f|mirror hsl 1 1
limit_req_zone h 3 4|limit_req hsl 1 3|limit_req_status hsl 1 1 1|limit_req_log_level hsl 1 1 1|limit_conn_zone h 2 2|limit_conn hsl 2 2|limit_rate hsli 1 1 1|limit_rate_after hsli 1 1 1|sub_filter hsl 2 2|sub_filter_once hsl 1 1 1f
least_conn u 0 0|ip_hash u 0 0|random u 0 2|hash u 1 2|zone u 1 2|keepalive u 1 1 1
keepalive_timeout hslu 1 2 1
`;

const RULES: ReadonlyMap<string, DirectiveRule> = new Map(
  TABLE.trim()
    .split(/[|\n]/)
    .map((row) => {
      const [name = '', places = '', min, max, marks = ''] = row.split(' ');
      const value = marks.includes('f')
        ? ('flag' as const)
        : marks.includes('s')
          ? ('size' as const)
          : marks.includes('t')
            ? ('time' as const)
            : undefined;
      return [
        name,
        {
          places,
          min: Number(min),
          max: Number(max),
          block: marks.includes('{'),
          once: marks.includes('1'),
          value,
        },
      ] as const;
    }),
);

/** What nginx knows of a directive; undefined for what it does not know. */
export function findRule(name: string): DirectiveRule | undefined {
  return RULES.get(name);
}

/** Known, checked, but without what they do in life: said beside the terminal. */
export const UNSIMULATED: ReadonlySet<string> = new Set([
  'limit_req', 'limit_conn', 'limit_rate', 'proxy_cache', 'sub_filter', 'mirror', 'geo', 'real_ip_header',
]); // prettier-ignore

/** Directives of these blocks are data, not directives. */
export const FREE_BLOCKS: ReadonlySet<string> = new Set(['types', 'map', 'geo']);
