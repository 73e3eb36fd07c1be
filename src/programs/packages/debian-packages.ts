import { parsePackages } from './package-info.ts';

/** Packages of Debian 13 that can be installed here. Simplified: Debian 12 and Ubuntu are offered the same versions. @see packages.debian.org/trixie */
export const DEBIAN_PACKAGES = parsePackages(`
libbrotli1|1.1.0-2+b7|libs|307|884|||library implementing brotli encoder and decoder (shared libraries)
libnghttp2-14|1.64.0-1.1|libs|76|222|||library implementing HTTP/2 protocol (shared library)
libunistring5|1.3-2|libs|477|2093|||Unicode string library for C
libidn2-0|2.3.8-2|libs|109|230|libunistring5||Internationalized domain names (IDNA2008/TR46) library
libpsl5t64|0.21.2-1.1+b1|libs|57|110|libidn2-0||Library for Public Suffix List (shared libraries)
libssh2-1t64|1.11.1-1|libs|245|527|||SSH2 client-side library
libcurl4t64|8.14.1-2+deb13u2|libs|391|960|libbrotli1 libnghttp2-14 libpsl5t64 libssh2-1t64||easy-to-use client-side URL transfer library (OpenSSL flavour)
curl|8.14.1-2+deb13u2|web|270|512|libcurl4t64|usr/bin/curl|command line tool for transferring data with URL syntax
libonig5|6.9.9-1+b1|libs|189|640|||regular expressions library
libjq1|1.7.1-6+deb13u1|libs|156|402|libonig5||lightweight and flexible command-line JSON processor - shared library
jq|1.7.1-6+deb13u1|utils|78|118|libjq1|usr/bin/jq|lightweight and flexible command-line JSON processor
vim-common|2:9.1.1230-2|editors|455|1776|xxd||Vi IMproved - Common files
vim-runtime|2:9.1.1230-2|editors|7335|40331|||Vi IMproved - Runtime files
libgpm2|1.20.7-11+b2|libs|15|40|||General Purpose Mouse - shared library
vim|2:9.1.1230-2|editors|1735|4169|vim-common vim-runtime libgpm2|usr/bin/vim usr/bin/vi=vim|Vi IMproved - enhanced vi editor
xxd|2:9.1.1230-2|editors|97|150||usr/bin/xxd|tool to make (or reverse) a hex dump
libncursesw6|6.5+20250216-2|libs|135|414|||shared libraries for terminal handling (wide character support)
libproc2-0|2:4.0.4-9|libs|66|181|||library for accessing process information from /proc
procps|2:4.0.4-9|admin|882|2386|libncursesw6 libproc2-0|usr/bin/ps usr/bin/free usr/bin/pgrep usr/bin/pkill usr/bin/top usr/bin/uptime usr/bin/watch|/proc file system utilities
psmisc|23.7-2|admin|268|943|libncursesw6|usr/bin/killall usr/bin/pstree|utilities that use the proc file system
libcap2-bin|1:2.75-10+b1|utils|43|144|||POSIX 1003.1e capabilities (utilities)
iputils-ping|3:20240905-3|net|50|126|libcap2-bin|usr/bin/ping|Tools to test the reachability of network hosts
net-tools|2.10-1.3|net|244|996||usr/bin/netstat usr/sbin/ifconfig usr/sbin/route|NET-3 networking toolkit
libmnl0|1.0.5-3|libs|12|41|||minimalistic Netlink communication library
libelf1t64|0.192-4|libs|189|397|||library to read and write ELF files
libbpf1|1:1.5.0-3|libs|170|425|libelf1t64||eBPF helper library (shared library)
iproute2|6.15.0-1|net|1098|3826|libbpf1 libmnl0 libcap2-bin|usr/bin/ip usr/sbin/ip usr/bin/ss|networking and traffic control tools
bind9-libs|1:9.20.15-1~deb13u1|libs|1460|4040|||Shared Libraries used by BIND 9
bind9-host|1:9.20.15-1~deb13u1|net|47|150|bind9-libs|!usr/bin/host|DNS Lookup Utility
bind9-dnsutils|1:9.20.15-1~deb13u1|net|160|720|bind9-host bind9-libs|usr/bin/dig usr/bin/nslookup|Clients provided with BIND 9
dnsutils|1:9.20.15-1~deb13u1|oldlibs|11|20|bind9-dnsutils||Transitional package for bind9-dnsutils
nano|8.4-1|editors|698|2961|libncursesw6|usr/bin/nano|small, friendly text editor inspired by Pico
less|668-1|text|162|377||usr/bin/less|pager program similar to more
wget|1.25.0-2|web|984|3805|libpsl5t64|usr/bin/wget|retrieves files from the web
unzip|6.0-29|utils|173|393||usr/bin/unzip|De-archiver for .zip files
zip|3.0-15|utils|235|637||usr/bin/zip|Archiver for .zip files
openssl|3.5.4-1~deb13u1|utils|1496|2433||!usr/bin/openssl|Secure Sockets Layer toolkit - cryptographic utility
ca-certificates|20250419|misc|162|395|openssl|!usr/sbin/update-ca-certificates|Common CA certificates
libbsd0|0.12.2-2|libs|131|208|||utility functions from BSD systems - shared library
netcat-openbsd|1.229-1|net|42|109|libbsd0|usr/bin/nc|TCP/IP swiss army knife
tree|2.2.1-1|utils|62|135||usr/bin/tree|displays an indented directory tree, in color
libmagic-mgc|1:5.46-5|libs|338|10242|||File type determination library using "magic" numbers (compiled magic file)
libmagic1t64|1:5.46-5|libs|109|240|libmagic-mgc||Recognize the type of data in a file using "magic" numbers - library
file|1:5.46-5|utils|44|81|libmagic1t64|usr/bin/file|Recognize the type of data in a file using "magic" numbers
bsdextrautils|2.41-5|utils|95|390||usr/bin/column usr/bin/hexdump usr/bin/hd|extra utilities from 4.4BSD-Lite
sudo|1.9.16p2-3|admin|2062|6850||usr/bin/sudo|Provide limited super user privileges to specific users
liblzf1|3.6-4+b3|libs|10|34|||very small data compression library
libjemalloc2|5.3.0-3|libs|276|950|||general-purpose scalable concurrent malloc(3) implementation
gettext-base|0.23.1-2|utils|243|960||usr/bin/envsubst|GNU Internationalization utilities for the base system
redis-tools|5:8.0.2-3+deb13u1|database|1730|8300|libjemalloc2 liblzf1|usr/bin/redis-cli|Persistent key-value database with network interface (client)
libpq5|17.6-0+deb13u1|libs|225|844|||PostgreSQL C client library
postgresql-client-common|278|database|47|176|||manager for multiple PostgreSQL client versions
postgresql-client-17|17.6-0+deb13u1|database|1962|9716|libpq5 postgresql-client-common|usr/bin/psql usr/bin/pg_dump usr/bin/pg_isready usr/bin/createdb usr/bin/dropdb usr/bin/createuser usr/bin/dropuser|front-end programs for PostgreSQL 17
postgresql-client|17+278|database|14|71|postgresql-client-17||front-end programs for PostgreSQL (supported version)
gosu|1.17-1+b4|admin|1062|2912||usr/sbin/gosu|Simple Go-based setuid+setgid+setgroups+exec
binutils|2.44-3|devel|1100|4000||!usr/bin/as !usr/bin/ld|GNU assembler, linker and binary utilities
cpp|4:14.2.0-1|interpreters|16000|40000|||GNU C preprocessor (cpp)
libgcc-14-dev|14.2.0-19|libdevel|2672|16000|||GCC support library (development files)
linux-libc-dev|6.12.57-1|devel|2600|8000|||Linux support headers for userspace development
libc6-dev|2.41-12|libdevel|1996|12000|linux-libc-dev||GNU C Library: Development Libraries and Header Files
gcc|4:14.2.0-1|devel|20000|60000|cpp binutils libgcc-14-dev|usr/bin/gcc usr/bin/cc=gcc|GNU C compiler
g++|4:14.2.0-1|devel|22000|64000|gcc|usr/bin/g++ usr/bin/c++=g++|GNU C++ compiler
make|4.4.1-2|devel|463|1900||!usr/bin/make|utility for directing compilation
dpkg-dev|1.22.21|utils|1338|2900|make binutils||Debian package development tools
build-essential|12.12|devel|5|17|dpkg-dev g++ gcc libc6-dev make||Informational list of build-essential packages
libpq-dev|17.6-0+deb13u1|libdevel|150|700|libpq5||header files for libpq5 (PostgreSQL library)
libffi-dev|3.4.8-2|libdevel|60|300|||Foreign Function Interface library (development files)
python3-dev|3.13.5-1|python|26|90|||header files and a static library for Python (default)
redis-server|5:8.0.2-3+deb13u1|database|72|240|redis-tools|usr/bin/redis-server|Persistent key-value database with network interface
libapr1t64|1.7.5-1|libs|104|296|||Apache Portable Runtime Library
libaprutil1t64|1.6.3-3+b1|libs|89|270|libapr1t64||Apache Portable Runtime Utility Library
apache2-utils|2.4.65-2|httpd|215|380|libaprutil1t64|usr/bin/htpasswd|Apache HTTP Server (utility programs for web servers)
nginx-common|1.26.3-3+deb13u1|httpd|111|380|||small, powerful, scalable web/proxy server - common files
nginx|1.26.3-3+deb13u1|httpd|611|1550|nginx-common|usr/sbin/nginx|small, powerful, scalable web/proxy server
`);
