/**
 * docker-entrypoint.sh of postgres: steps, settings and words are those of the official image, the script is ours. Simplified: it does not ask whether the
 * database is there that initdb always makes, and knows no xz and zstd files. @see github.com/docker-library/postgres, 18/docker-entrypoint.sh
 */
export const POSTGRES_ENTRYPOINT = `#!/usr/bin/env bash
# Starts PostgreSQL. Where PGDATA holds no database yet, one is made first.
set -Eeo pipefail

# NAME [DEFAULT]: a setting may stand in the file that NAME_FILE points to.
from_file() {
	local name="$1" pointer="\${1}_FILE" value="\${2:-}"
	if [ -n "\${!name:-}" ] && [ -n "\${!pointer:-}" ]; then
		printf >&2 'error: both %s and %s are set (but are exclusive)\\n' "$name" "$pointer"
		exit 1
	fi
	if [ -n "\${!name:-}" ]; then
		value="\${!name}"
	elif [ -n "\${!pointer:-}" ]; then
		value="$(cat "\${!pointer}")"
	fi
	export "$name"="$value"
	unset "$pointer"
}

make_folders() {
	mkdir -p "$PGDATA"
	chmod 00700 "$PGDATA" || :
	mkdir -p /var/run/postgresql || :
	chmod 03775 /var/run/postgresql || :
	if [ "$(id -u)" = 0 ]; then
		find "$PGDATA" \\! -user postgres -exec chown postgres '{}' +
		find /var/run/postgresql \\! -user postgres -exec chown postgres '{}' +
	fi
}

check_settings() {
	if [ -z "$POSTGRES_PASSWORD" ] && [ "$POSTGRES_HOST_AUTH_METHOD" != trust ]; then
		cat >&2 <<'TEXT'
Error: Database is uninitialized and superuser password is not specified.
       You must specify POSTGRES_PASSWORD to a non-empty value for the
       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".

       You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all
       connections without a password. This is *not* recommended.

       See PostgreSQL documentation about "trust":
       https://www.postgresql.org/docs/current/auth-trust.html
TEXT
		exit 1
	fi
	if [ "$POSTGRES_HOST_AUTH_METHOD" = trust ]; then
		cat >&2 <<'TEXT'
********************************************************************************
WARNING: POSTGRES_HOST_AUTH_METHOD has been set to "trust". This will allow
         anyone with access to the Postgres port to access your database without
         a password, even if POSTGRES_PASSWORD is set. See PostgreSQL
         documentation about "trust":
         https://www.postgresql.org/docs/current/auth-trust.html
         In Docker's default configuration, this is effectively any other
         container on the same system.

         It is not recommended to use POSTGRES_HOST_AUTH_METHOD=trust. Replace
         it with "-e POSTGRES_PASSWORD=password" instead to set a password in
         "docker run".
********************************************************************************
TEXT
	fi
}

# Data of an older image, or a volume where older images had theirs.
check_old_data() {
	[ "$PGDATA" = "/var/lib/postgresql/$PG_MAJOR/docker" ] || return 0
	local found=() folder
	for folder in /var/lib/postgresql /var/lib/postgresql/data /var/lib/postgresql/*/docker; do
		if [ -s "$folder/PG_VERSION" ]; then
			found+=("$folder")
		fi
	done
	if [ "\${#found[@]}" = 0 ] && grep -q ' /var/lib/postgresql/data ' /proc/self/mountinfo; then
		found+=('/var/lib/postgresql/data (unused mount/volume)')
	fi
	if [ "\${#found[@]}" = 0 ]; then
		return 0
	fi
	cat >&2 <<TEXT
Error: in 18+, these Docker images are configured to store database data in a
       format which is compatible with "pg_ctlcluster" (specifically, using
       major-version-specific directory names).  This better reflects how
       PostgreSQL itself works, and how upgrades are to be performed.

       See also https://github.com/docker-library/postgres/pull/1259

       Counter to that, there appears to be PostgreSQL data in:
         \${found[*]}

       This is usually the result of upgrading the Docker image without
       upgrading the underlying database using "pg_upgrade" (which requires both
       versions).

       The suggested container configuration for 18+ is to place a single mount
       at /var/lib/postgresql which will then place PostgreSQL data in a
       subdirectory, allowing usage of "pg_upgrade --link" without mount point
       boundary issues.

       See https://github.com/docker-library/postgres/issues/37 for a (long)
       discussion around this process, and suggestions for how to do so.
TEXT
	exit 1
}

make_database() {
	# shellcheck disable=SC2086
	if [ -n "$POSTGRES_PASSWORD" ]; then
		initdb --username="$POSTGRES_USER" --pwfile <(printf '%s\\n' "$POSTGRES_PASSWORD") $POSTGRES_INITDB_ARGS
	else
		initdb --username="$POSTGRES_USER" $POSTGRES_INITDB_ARGS
	fi
	{
		printf '\\n'
		if [ "$POSTGRES_HOST_AUTH_METHOD" = trust ]; then
			printf '# warning trust is enabled for all connections\\n'
			printf '# see https://www.postgresql.org/docs/18/auth-trust.html\\n'
		fi
		printf 'host all all all %s\\n' "\${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}"
	} >> "$PGDATA/pg_hba.conf"
}

run_sql() {
	local where=()
	if [ -n "$POSTGRES_DB" ]; then
		where=(--dbname "$POSTGRES_DB")
	fi
	PGHOST= psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --no-password --no-psqlrc "\${where[@]}" "$@"
}

run_init_files() {
	local file
	printf '\\n'
	for file; do
		case "$file" in
			*.sh)
				if [ -x "$file" ]; then
					printf '%s: running %s\\n' "$0" "$file"
					"$file"
				else
					printf '%s: sourcing %s\\n' "$0" "$file"
					. "$file"
				fi
				;;
			*.sql) printf '%s: running %s\\n' "$0" "$file"; run_sql -f "$file"; printf '\\n' ;;
			*.sql.gz) printf '%s: running %s\\n' "$0" "$file"; gunzip -c "$file" | run_sql; printf '\\n' ;;
			*) printf '%s: ignoring %s\\n' "$0" "$file" ;;
		esac
		printf '\\n'
	done
}

set_up() {
	make_database
	# A server that nobody reaches from outside runs what is to be done first.
	export PGPASSWORD="\${PGPASSWORD:-$POSTGRES_PASSWORD}"
	PGUSER="\${PGUSER:-$POSTGRES_USER}" pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -p \${PGPORT:-5432}" -w start
	if [ "$POSTGRES_DB" != postgres ]; then
		POSTGRES_DB= run_sql --dbname postgres --set db="$POSTGRES_DB" <<'SQL'
CREATE DATABASE :"db" ;
SQL
		printf '\\n'
	fi
	run_init_files /docker-entrypoint-initdb.d/*
	PGUSER="\${PGUSER:-postgres}" pg_ctl -D "$PGDATA" -m fast -w stop
	unset PGPASSWORD
	printf '\\nPostgreSQL init process complete; ready for start up.\\n\\n'
}

if [ "\${1:0:1}" = - ]; then
	set -- postgres "$@"
fi

if [ "$1" = postgres ]; then
	from_file POSTGRES_PASSWORD
	from_file POSTGRES_USER postgres
	from_file POSTGRES_DB "$POSTGRES_USER"
	from_file POSTGRES_INITDB_ARGS
	: "\${POSTGRES_HOST_AUTH_METHOD:=}"
	make_folders
	if [ "$(id -u)" = 0 ]; then
		exec gosu postgres "$BASH_SOURCE" "$@"
	fi
	if [ -s "$PGDATA/PG_VERSION" ]; then
		printf '\\nPostgreSQL Database directory appears to contain a database; Skipping initialization\\n\\n'
	else
		check_settings
		check_old_data
		ls /docker-entrypoint-initdb.d/ > /dev/null
		set_up
	fi
fi

exec "$@"
`;
