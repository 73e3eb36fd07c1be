import { parsePackages } from './package-info.ts';

/** Packages of Alpine 3.22 that can be installed here. @see pkgs.alpinelinux.org */
export const ALPINE_PACKAGES = parsePackages(`
brotli-libs|1.1.0-r2|main|380|900|||Generic lossless compressor (libraries)
c-ares|1.34.5-r0|main|95|200|||Asynchronous DNS library
libunistring|1.3-r0|main|730|1744|||Library for manipulating Unicode strings
libidn2|2.3.7-r0|main|80|204|libunistring||Encode/Decode library for internationalized domain names
nghttp2-libs|1.65.0-r0|main|80|168|||HTTP/2 library
libpsl|0.21.5-r3|main|70|88|libidn2||C library for the Publix Suffix List
zstd-libs|1.5.7-r0|main|290|668|||Fast real-time compression algorithm (libraries)
libcurl|8.14.1-r2|main|330|668|brotli-libs c-ares libunistring libidn2 nghttp2-libs libpsl zstd-libs||The multiprotocol file transfer library
curl|8.14.1-r2|main|160|284|libcurl|usr/bin/curl|URL retrival utility and library
oniguruma|6.9.10-r0|main|200|564|||Regular expressions library
jq|1.8.1-r0|main|160|384|oniguruma|usr/bin/jq|A lightweight and flexible command-line JSON processor
ncurses-terminfo-base|6.5_p20250503-r0|main|21|220|||Descriptions of common terminals
libncursesw|6.5_p20250503-r0|main|145|404|ncurses-terminfo-base||Console display library (libncursesw)
readline|8.2.13-r1|main|115|300|libncursesw||GNU readline library
bash|5.2.37-r0|main|520|1356|readline|bin/bash|The GNU Bourne Again shell
ca-certificates|20250911-r0|main|150|692||!usr/sbin/update-ca-certificates|Common CA certificates PEM files from Mozilla
tzdata|2025b-r0|main|220|1740|||Timezone data
tree|2.2.1-r0|main|35|80||usr/bin/tree|A recursive directory indented listing program
nano|8.4-r0|main|330|732|libncursesw|usr/bin/nano|Enhanced clone of the Pico text editor
vim|9.1.1566-r0|main|1500|3300|libncursesw|usr/bin/vim usr/bin/vi=vim|Improved vi-style text editor
less|679-r0|main|110|228|libncursesw|usr/bin/less|File pager
file|5.46-r2|main|20|40|libmagic|usr/bin/file|File type identification utility
libmagic|5.46-r2|main|450|9800|||File type identification library
coreutils|9.7-r1|main|620|1320||bin/ls bin/cat bin/cp bin/mv bin/rm bin/date bin/sleep bin/chmod bin/chown bin/ln bin/mkdir bin/dd usr/bin/sort usr/bin/head usr/bin/tail usr/bin/wc usr/bin/cut usr/bin/tr usr/bin/uniq usr/bin/seq usr/bin/split usr/bin/shuf usr/bin/numfmt usr/bin/b2sum usr/bin/du usr/bin/stat|The basic file, shell and text manipulation utilities
grep|3.12-r0|main|55|128||bin/grep|Searches input files for lines containing a match to a specified pattern
sed|4.9-r2|main|70|144||bin/sed|GNU stream editor
gawk|5.3.2-r2|main|270|624||usr/bin/awk|GNU awk pattern-matching language
findutils|4.10.0-r0|main|160|344||usr/bin/find usr/bin/xargs|GNU utilities for finding files
tar|1.35-r3|main|230|516||bin/tar|Utility used to store, backup, and transport files
gzip|1.14-r0|main|45|112||bin/gzip bin/gunzip bin/zcat|Popular data compression program
diffutils|3.12-r0|main|150|380||usr/bin/diff usr/bin/cmp|Compare files
procps-ng|4.0.4-r3|main|160|400|libncursesw|bin/ps usr/bin/free usr/bin/pgrep usr/bin/pkill usr/bin/top usr/bin/uptime usr/bin/watch|Utilities for monitoring your system and processes on your system
procps|4.0.4-r3|main|2|1|procps-ng||Compatibility package for procps-ng
psmisc|23.7-r1|main|90|220|libncursesw|usr/bin/killall usr/bin/pstree|Small utilities that use the /proc filesystem
iputils|20240905-r0|main|90|200||usr/bin/ping=ping|IP Configuration Utilities (and Ping)
iproute2|6.14.0-r1|main|500|1200|libmnl|sbin/ip sbin/ss|IP Routing Utilities
libmnl|1.0.5-r2|main|10|24|||Library for minimalistic netlink
bind-libs|9.20.15-r0|main|1200|2900|||The ISC DNS server (libraries)
bind-tools|9.20.15-r0|main|190|480|bind-libs|usr/bin/dig usr/bin/nslookup|The ISC DNS tools
netcat-openbsd|1.229.1-r0|main|25|60||usr/bin/nc|The TCP/IP swiss army knife. OpenBSD variant
wget|1.25.0-r1|main|340|620|libidn2|usr/bin/wget|Network utility to retrieve files from the Web
zip|3.0-r13|main|180|420||usr/bin/zip|Creates PKZIP-compatible .zip files
unzip|6.0-r15|main|150|320||usr/bin/unzip|Extract PKZIP-compatible .zip files
xxd|9.1.1566-r0|main|10|28||usr/bin/xxd|Hexdump utility from vim
sudo|1.9.17_p2-r0|community|830|2100||usr/bin/sudo|Give certain users the ability to run some commands as root
shadow|4.17.3-r0|community|110|400||usr/sbin/useradd usr/sbin/usermod usr/sbin/userdel usr/sbin/groupadd usr/sbin/groupdel|Password and account management tool suite (useradd etc)
redis|8.0.4-r0|main|1900|5400||usr/bin/redis-server usr/bin/redis-cli|Advanced key-value store
libpq|17.6-r0|main|180|420|||PostgreSQL client library
postgresql-common|1.2-r1|main|8|20|||Common files for PostgreSQL
postgresql17-client|17.6-r0|main|1500|4300|libpq postgresql-common|usr/bin/psql usr/bin/pg_dump usr/bin/pg_isready usr/bin/createdb usr/bin/dropdb usr/bin/createuser usr/bin/dropuser|PostgreSQL client (supported version 17)
postgresql-client|17.6-r0|main|1|1|postgresql17-client||PostgreSQL client (supported version 17)
apr|1.7.5-r0|main|40|88|||Apache Portable Runtime Library
apr-util|1.6.3-r1|main|76|192|apr||The Apache Portable Runtime Utility Library
apache2-utils|2.4.65-r0|main|100|240|apr-util|usr/bin/htpasswd|Apache utility programs for webservers
nginx|1.28.0-r3|main|500|1300|pcre2|usr/sbin/nginx|HTTP and reverse proxy server (stable version)
gettext-envsubst|0.24.1-r0|main|30|68||usr/bin/envsubst|Utility to substitute environment variables
gettext|0.24.1-r0|main|950|3100|gettext-envsubst||GNU locale utilities
libgcc|14.2.0-r6|main|60|176|||GNU C compiler runtime libraries
libstdc++|14.2.0-r6|main|870|2700|libgcc||GNU C++ standard runtime library
libgomp|14.2.0-r6|main|120|300|||GCC shared-memory parallel programming API library
libatomic|14.2.0-r6|main|12|32|||GCC Atomic library
jansson|2.14.1-r0|main|36|84|||lightweight JSON library
binutils|2.44-r3|main|3300|9300|libstdc++ jansson zstd-libs|!usr/bin/as !usr/bin/ld|Tools necessary to build programs
gmp|6.3.0-r3|main|220|460|||free library for arbitrary precision arithmetic
isl26|0.26-r1|main|850|2100|gmp||An Integer Set Library for the Polyhedral Model
mpfr4|4.2.1_p1-r0|main|300|680|gmp||multiple-precision floating-point library
mpc1|1.3.1-r1|main|60|128|gmp mpfr4||Multiprecision C library
gcc|14.2.0-r6|main|53000|147000|binutils libgomp libatomic isl26 mpc1|usr/bin/gcc usr/bin/cc=gcc|The GNU Compiler Collection
g++|14.2.0-r6|main|15500|47000|gcc|usr/bin/g++ usr/bin/c++=g++|GNU C++ standard library and compiler
musl-dev|1.2.5-r10|main|3200|10500|||the musl c library (libc) implementation (development files)
libc-dev|0.7.2-r5|main|1|1|musl-dev||Meta package to pull in correct libc
linux-headers|6.14.2-r0|main|1800|9000|||Linux system headers
fortify-headers|1.1-r5|main|10|60|||standalone fortify source implementation
make|4.4.1-r3|main|110|252||!usr/bin/make|GNU make utility to maintain groups of programs
patch|2.8-r0|main|90|220||!usr/bin/patch|Utility to apply diffs to files
build-base|0.5-r3|main|1|1|binutils fortify-headers g++ gcc libc-dev make patch||meta package for build base
libffi|3.4.8-r0|main|25|60|||portable, high level programming interface to various calling conventions
libffi-dev|3.4.8-r0|main|10|40|libffi linux-headers||portable, high level programming interface (development files)
postgresql17-dev|17.6-r0|main|2200|11000|libpq||PostgreSQL development files
postgresql-dev|17.6-r0|main|1|1|postgresql17-dev||PostgreSQL development files
python3-dev|3.12.12-r0|main|700|2900|||Python development headers
pcre2|10.46-r0|main|270|620|||Perl-compatible regular expression library
`);
