/** What base images of older releases have installed: `name=version`, separated by blanks. Simplified: the core of it, and later additions are of the newest. */

const BOOKWORM =
  'apt=2.6.1 base-files=12.4+deb12u12 base-passwd=3.6.1 bash=5.2.15-2+b8 bsdutils=1:2.38.1-5+deb12u3 coreutils=9.1-1 dash=0.5.12-2 debconf=1.5.82 debian-archive-keyring=2023.3+deb12u2 debianutils=5.7-0.5~deb12u1 diffutils=1:3.8-4 dpkg=1.21.22 findutils=4.9.0-4 gcc-12-base=12.2.0-14+deb12u1 grep=3.8-5 gzip=1.12-1 hostname=3.23+nmu1 init-system-helpers=1.65.2 libc-bin=2.36-9+deb12u13 libc6=2.36-9+deb12u13 login=1:4.13+dfsg1-1+deb12u1 mawk=1.3.4.20200120-3.1 mount=2.38.1-5+deb12u3 ncurses-base=6.4-4 passwd=1:4.13+dfsg1-1+deb12u1 perl-base=5.36.0-7+deb12u3 sed=4.9-1 sysvinit-utils=3.06-4 tar=1.34+dfsg-1.2+deb12u1 tzdata=2025b-0+deb12u2 util-linux=2.38.1-5+deb12u3 zlib1g=1:1.2.13.dfsg-1';
const NOBLE =
  'apt=2.7.14build2 base-files=13ubuntu10.1 base-passwd=3.6.3build1 bash=5.2.21-2ubuntu4 bsdutils=1:2.39.3-9ubuntu6.1 coreutils=9.4-3ubuntu6 dash=0.5.12-6ubuntu5 debconf=1.5.86ubuntu1 debianutils=5.17build1 diffutils=1:3.10-1build1 dpkg=1.22.6ubuntu6.1 findutils=4.9.0-5build1 gcc-14-base=14-20240412-0ubuntu1 grep=3.11-4build1 gzip=1.12-1ubuntu3 hostname=3.23+nmu2ubuntu2 init-system-helpers=1.66ubuntu1 libc-bin=2.39-0ubuntu8.3 libc6=2.39-0ubuntu8.3 login=1:4.13+dfsg1-4ubuntu3 mawk=1.3.4.20240123-1build1 mount=2.39.3-9ubuntu6.1 ncurses-base=6.4+20240113-1ubuntu2 passwd=1:4.13+dfsg1-4ubuntu3 perl-base=5.38.2-3.2build2 sed=4.9-2build1 sysvinit-utils=3.08-6ubuntu3 tar=1.35+dfsg-3build1 ubuntu-keyring=2023.11.28.1 util-linux=2.39.3-9ubuntu6.1 zlib1g=1:1.3.dfsg-3.1ubuntu2.1';
const JAMMY =
  'apt=2.4.13 base-files=12ubuntu4.7 base-passwd=3.5.52build1 bash=5.1-6ubuntu1.1 bsdutils=1:2.37.2-4ubuntu3.4 coreutils=8.32-4.1ubuntu1.2 dash=0.5.11+git20210903+really0.5.10.2+dfsg-1 debconf=1.5.79ubuntu1 debianutils=5.5-1ubuntu2 diffutils=1:3.8-0ubuntu2 dpkg=1.21.1ubuntu2.3 findutils=4.8.0-1ubuntu3 gcc-12-base=12.3.0-1ubuntu1~22.04 grep=3.7-1build1 gzip=1.10-4ubuntu4.1 hostname=3.23ubuntu2 init-system-helpers=1.62 libc-bin=2.35-0ubuntu3.8 libc6=2.35-0ubuntu3.8 login=1:4.8.1-2ubuntu2.2 mawk=1.3.4.20200120-3 mount=2.37.2-4ubuntu3.4 ncurses-base=6.3-2ubuntu0.1 passwd=1:4.8.1-2ubuntu2.2 perl-base=5.34.0-3ubuntu1.3 sed=4.8-1ubuntu2 sysvinit-utils=3.01-1ubuntu1 tar=1.34+dfsg-1ubuntu0.1.22.04.2 ubuntu-keyring=2021.03.26 util-linux=2.37.2-4ubuntu3.4 zlib1g=1:1.2.11.dfsg-2ubuntu9.2';

/** Of Debian and Ubuntu by codename: packages, and what bash and apt are. */
export const DEBIAN_RELEASES: Readonly<
  Record<string, { readonly packages: string; readonly bash: string; readonly apt: string }>
> = {
  bookworm: { packages: BOOKWORM, bash: '5.2.15', apt: '2.6.1' },
  noble: { packages: NOBLE, bash: '5.2.21', apt: '2.7.14' },
  jammy: { packages: JAMMY, bash: '5.1.16', apt: '2.4.13' },
};

/** Of Alpine by branch. */
export const ALPINE_RELEASES: Readonly<Record<string, string>> = {
  '3.21': 'alpine-baselayout=3.6.8-r1 alpine-baselayout-data=3.6.8-r1 apk-tools=2.14.6-r3 busybox=1.37.0-r14 libcrypto3=3.3.5-r0 musl=1.2.5-r9 scanelf=1.3.8-r1 zlib=1.3.1-r2', // prettier-ignore
  '3.20': 'alpine-baselayout=3.6.5-r0 alpine-baselayout-data=3.6.5-r0 apk-tools=2.14.4-r0 busybox=1.36.1-r29 libcrypto3=3.3.2-r0 musl=1.2.5-r0 scanelf=1.3.7-r2 zlib=1.3.1-r1', // prettier-ignore
  '3.19': 'alpine-baselayout=3.4.3-r2 alpine-baselayout-data=3.4.3-r2 apk-tools=2.14.4-r0 busybox=1.36.1-r19 libcrypto3=3.1.7-r0 musl=1.2.4_git20230717-r4 scanelf=1.3.7-r2 zlib=1.3.1-r0', // prettier-ignore
  '3.18': 'alpine-baselayout=3.4.3-r1 alpine-baselayout-data=3.4.3-r1 apk-tools=2.14.4-r0 busybox=1.36.1-r7 libcrypto3=3.1.8-r0 musl=1.2.4-r3 scanelf=1.3.7-r1 zlib=1.2.13-r1', // prettier-ignore
  '3.15': 'alpine-baselayout=3.2.0-r18 alpine-baselayout-data=3.2.0-r18 apk-tools=2.12.7-r3 busybox=1.34.1-r7 libcrypto3=1.1.1w-r1 musl=1.2.2-r9 scanelf=1.3.3-r0 zlib=1.2.12-r3', // prettier-ignore
};
