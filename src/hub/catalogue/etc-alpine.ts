import type { LayerBuilder } from '../layer-builder.ts';

export const ALPINE_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Its users; images that add some begin with these. */
export const ALPINE_PASSWD = `root:x:0:0:root:/root:/bin/sh
bin:x:1:1:bin:/bin:/sbin/nologin
daemon:x:2:2:daemon:/sbin:/sbin/nologin
lp:x:4:7:lp:/var/spool/lpd:/sbin/nologin
sync:x:5:0:sync:/sbin:/bin/sync
shutdown:x:6:0:shutdown:/sbin:/sbin/shutdown
halt:x:7:0:halt:/sbin:/sbin/halt
mail:x:8:12:mail:/var/mail:/sbin/nologin
news:x:9:13:news:/usr/lib/news:/sbin/nologin
uucp:x:10:14:uucp:/var/spool/uucppublic:/sbin/nologin
cron:x:16:16:cron:/var/spool/cron:/sbin/nologin
ftp:x:21:21::/var/lib/ftp:/sbin/nologin
sshd:x:22:22:sshd:/dev/null:/sbin/nologin
games:x:35:35:games:/usr/games:/sbin/nologin
ntp:x:123:123:NTP:/var/empty:/sbin/nologin
guest:x:405:100:guest:/dev/null:/sbin/nologin
nobody:x:65534:65534:nobody:/:/sbin/nologin
`;

export const ALPINE_GROUP = `${[
  'root:x:0:root', 'bin:x:1:root,bin,daemon', 'daemon:x:2:root,bin,daemon', 'sys:x:3:root,bin', 'adm:x:4:root,daemon', 'tty:x:5:',
  'disk:x:6:root', 'lp:x:7:lp', 'kmem:x:9:', 'wheel:x:10:root', 'floppy:x:11:root', 'mail:x:12:mail', 'news:x:13:news', 'uucp:x:14:uucp',
  'cron:x:16:cron', 'audio:x:18:', 'cdrom:x:19:', 'dialout:x:20:root', 'ftp:x:21:', 'sshd:x:22:', 'input:x:23:', 'tape:x:26:root',
  'video:x:27:root', 'netdev:x:28:', 'kvm:x:34:kvm', 'games:x:35:', 'shadow:x:42:', 'www-data:x:82:', 'users:x:100:games', 'ntp:x:123:',
  'abuild:x:300:', 'utmp:x:406:', 'ping:x:999:', 'nogroup:x:65533:', 'nobody:x:65534:',
].join('\n')}\n`; // prettier-ignore

const SHADOW = ALPINE_PASSWD.replace(/^([^:]+):.*$/gm, (_, name: string) =>
  /^(root|bin|daemon|lp|sync|shutdown|halt|mail|news|uucp|cron|ftp|sshd|games|ntp|guest)$/.test(name)
    ? `${name}:${name === 'root' ? '*' : '!'}::0:::::`
    : `${name}:!::0:::::`,
);

const PROFILE = `export ${ALPINE_PATH}
export PAGER=less
umask 022

# the names of host and directory before the prompt
if [ "$(id -u)" -eq 0 ]; then
  PS1='\\h:\\w\\# '
else
  PS1='\\h:\\w\\$ '
fi

for script in /etc/profile.d/*.sh; do
  if [ -r "$script" ]; then
    . "$script"
  fi
done
unset script
`;

/** /etc of a release, `3.22.2`. Simplified: the profile and the message of the day are short ones of ours. @see alpine-baselayout-data */
export function addAlpineEtc(root: LayerBuilder, version: string): void {
  const release = version.split('.').slice(0, 2).join('.');
  root
    .directory('etc/profile.d')
    .directory('etc/crontabs')
    .directory('etc/init.d')
    .file('etc/alpine-release', `${version}\n`)
    .file(
      'etc/os-release',
      `NAME="Alpine Linux"\nID=alpine\nVERSION_ID=${version}\nPRETTY_NAME="Alpine Linux v${release}"\nHOME_URL="https://alpinelinux.org/"\nBUG_REPORT_URL="https://gitlab.alpinelinux.org/alpine/aports/-/issues"\n`,
    )
    .file(
      'etc/apk/repositories',
      `https://dl-cdn.alpinelinux.org/alpine/v${release}/main\nhttps://dl-cdn.alpinelinux.org/alpine/v${release}/community\n`,
    )
    .file('etc/apk/arch', 'x86_64\n')
    .file('etc/passwd', ALPINE_PASSWD)
    .file('etc/group', ALPINE_GROUP)
    .file('etc/shadow', SHADOW, 0o640)
    .file('etc/shells', '# valid login shells\n/bin/sh\n/bin/ash\n')
    .file('etc/hostname', 'localhost\n')
    .file('etc/hosts', '127.0.0.1\tlocalhost localhost.localdomain\n::1\t\tlocalhost localhost.localdomain\n')
    .file('etc/issue', `Welcome to Alpine Linux ${release}\nKernel \\r on \\m (\\n) \\l\n\n`)
    .file('etc/motd', 'Welcome to Alpine!\n')
    .file(
      'etc/fstab',
      '/dev/cdrom\t/media/cdrom\tiso9660\tnoauto,ro 0 0\n/dev/usbdisk\t/media/usb\tvfat\tnoauto\t0 0\n',
    )
    .file('etc/nsswitch.conf', 'hosts: files dns\nnetworks: files\nprotocols: files\nservices: files\n')
    .file('etc/modules', 'af_packet\nipv6\n')
    .file('etc/securetty', 'console\ntty1\ntty2\ntty3\ntty4\ntty5\ntty6\n')
    .file('etc/services', SERVICES)
    .file('etc/profile', PROFILE);
}

/** The ports that people look up. Simplified: the real file has some hundred more. @see RFC 6335, IANA service names */
const SERVICES = `${[
  'echo\t\t7/tcp', 'ftp\t\t21/tcp', 'ssh\t\t22/tcp', 'telnet\t\t23/tcp', 'smtp\t\t25/tcp', 'domain\t\t53/tcp', 'domain\t\t53/udp',
  'http\t\t80/tcp', 'pop3\t\t110/tcp', 'ntp\t\t123/udp', 'imap2\t\t143/tcp', 'snmp\t\t161/udp', 'ldap\t\t389/tcp', 'https\t\t443/tcp',
  'syslog\t\t514/udp', 'mysql\t\t3306/tcp', 'postgresql\t5432/tcp', 'redis\t\t6379/tcp', 'http-alt\t8080/tcp',
].join('\n')}\n`; // prettier-ignore
