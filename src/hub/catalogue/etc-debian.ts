import { ZONE_RULES } from '../../lib/time-zone-names.ts';
import type { LayerBuilder } from '../layer-builder.ts';

export const DEBIAN_PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Its users; images that add some begin with these. */
export const DEBIAN_PASSWD = `root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
bin:x:2:2:bin:/bin:/usr/sbin/nologin
sys:x:3:3:sys:/dev:/usr/sbin/nologin
sync:x:4:65534:sync:/bin:/bin/sync
games:x:5:60:games:/usr/games:/usr/sbin/nologin
man:x:6:12:man:/var/cache/man:/usr/sbin/nologin
lp:x:7:7:lp:/var/spool/lpd:/usr/sbin/nologin
mail:x:8:8:mail:/var/mail:/usr/sbin/nologin
news:x:9:9:news:/var/spool/news:/usr/sbin/nologin
uucp:x:10:10:uucp:/var/spool/uucp:/usr/sbin/nologin
proxy:x:13:13:proxy:/bin:/usr/sbin/nologin
www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
backup:x:34:34:backup:/var/backups:/usr/sbin/nologin
list:x:38:38:Mailing List Manager:/var/list:/usr/sbin/nologin
irc:x:39:39:ircd:/run/ircd:/usr/sbin/nologin
_apt:x:42:65534::/nonexistent:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
`;

export const DEBIAN_GROUP = `${[
  'root:x:0:', 'daemon:x:1:', 'bin:x:2:', 'sys:x:3:', 'adm:x:4:', 'tty:x:5:', 'disk:x:6:', 'lp:x:7:', 'mail:x:8:', 'news:x:9:', 'uucp:x:10:',
  'man:x:12:', 'proxy:x:13:', 'kmem:x:15:', 'dialout:x:20:', 'fax:x:21:', 'voice:x:22:', 'cdrom:x:24:', 'floppy:x:25:', 'tape:x:26:',
  'sudo:x:27:', 'audio:x:29:', 'dip:x:30:', 'www-data:x:33:', 'backup:x:34:', 'operator:x:37:', 'list:x:38:', 'irc:x:39:', 'src:x:40:',
  'shadow:x:42:', 'utmp:x:43:', 'video:x:44:', 'sasl:x:45:', 'plugdev:x:46:', 'staff:x:50:', 'games:x:60:', 'users:x:100:', 'nogroup:x:65534:',
].join('\n')}\n`; // prettier-ignore

const SHADOW = DEBIAN_PASSWD.replace(/^([^:]+):.*$/gm, '$1:*:20395:0:99999:7:::');

/** Debian's releases as their point release calls itself; Ubuntu names the branch it came from. */
const POINT_RELEASES: Readonly<Record<string, string>> = { '12': '12.12', '13': '13.1' };

/** The branch of Debian that a release of Ubuntu came from is in its `debian_version`; this is what it calls itself. */
const UBUNTU_RELEASES: Readonly<
  Record<string, { readonly point: string; readonly title: string; readonly from: string }>
> = {
  '22.04': { point: '22.04.5', title: 'Jammy Jellyfish', from: 'bookworm/sid' },
  '24.04': { point: '24.04.1', title: 'Noble Numbat', from: 'trixie/sid' },
};

export interface Release {
  readonly name: string;
  readonly id: string;
  readonly version: string;
  readonly codename: string;
  readonly created: string;
}

/** /etc of a release, and what a new home begins with. Simplified: shell start-up files are short ones of ours. @see base-files, base-passwd */
export function addDebianEtc(root: LayerBuilder, release: Release): void {
  const { name, id, version, codename } = release;
  for (const zone of ZONE_RULES.keys()) root.weight(`usr/share/zoneinfo/${zone}`, 1200);
  root
    .symlink('etc/localtime', '/usr/share/zoneinfo/Etc/UTC')
    .file('etc/timezone', 'Etc/UTC\n')
    .directory('etc/apt/apt.conf.d')
    .directory('etc/apt/preferences.d')
    .directory('etc/apt/keyrings')
    .directory('etc/profile.d')
    .directory('etc/default')
    .directory('etc/init.d')
    .file('etc/os-release', osRelease(release))
    .file(
      'etc/debian_version',
      `${POINT_RELEASES[version] ?? UBUNTU_RELEASES[version]?.from ?? `${codename}/sid`}\n`,
    )
    .file('etc/issue', `${name} ${version} \\n \\l\n\n`)
    .file('etc/issue.net', `${name} ${version}\n`)
    .file(
      `etc/apt/sources.list.d/${id}.sources`,
      id === 'ubuntu' ? ubuntuSources(codename) : debianSources(release),
    )
    .file('etc/passwd', DEBIAN_PASSWD)
    .file('etc/group', DEBIAN_GROUP)
    .file('etc/shadow', SHADOW, 0o640)
    .file(
      'etc/shells',
      '# /etc/shells: valid login shells\n/bin/sh\n/usr/bin/sh\n/bin/bash\n/usr/bin/bash\n/bin/rbash\n/usr/bin/rbash\n/bin/dash\n/usr/bin/dash\n',
    )
    .file('etc/hostname', 'localhost\n')
    .file('etc/hosts', '127.0.0.1\tlocalhost\n')
    .file('etc/host.conf', 'multi on\n')
    .file('etc/fstab', '# UNCONFIGURED FSTAB FOR BASE SYSTEM\n')
    .file('etc/motd', '')
    .file('etc/nsswitch.conf', NSSWITCH)
    .file('etc/ld.so.conf', 'include /etc/ld.so.conf.d/*.conf\n')
    .file('etc/profile', PROFILE)
    .file('etc/bash.bashrc', '# what every interactive bash runs\n')
    .file('etc/skel/.bashrc', '# runs in every interactive bash\n')
    .file('etc/skel/.profile', PERSONAL_PROFILE)
    .file('etc/skel/.bash_logout', '')
    .file('root/.bashrc', '')
    .file('root/.profile', PERSONAL_PROFILE);
}

function osRelease({ name, id, version, codename }: Release): string {
  if (id === 'ubuntu') {
    const { point, title } = UBUNTU_RELEASES[version] ?? { point: version, title: codename };
    const logo = version === '22.04' ? '' : 'LOGO=ubuntu-logo\n';
    return `PRETTY_NAME="Ubuntu ${point} LTS"\nNAME="Ubuntu"\nVERSION_ID="${version}"\nVERSION="${point} LTS (${title})"\nVERSION_CODENAME=${codename}\nID=ubuntu\nID_LIKE=debian\nHOME_URL="https://www.ubuntu.com/"\nSUPPORT_URL="https://help.ubuntu.com/"\nBUG_REPORT_URL="https://bugs.launchpad.net/ubuntu/"\nPRIVACY_POLICY_URL="https://www.ubuntu.com/legal/terms-and-policies/privacy-policy"\nUBUNTU_CODENAME=${codename}\n${logo}`;
  }
  const point = POINT_RELEASES[version];
  return `PRETTY_NAME="${name} ${version} (${codename})"\nNAME="${name}"\nVERSION_ID="${version}"\nVERSION="${version} (${codename})"\nVERSION_CODENAME=${codename}\n${point === undefined || version === '12' ? '' : `DEBIAN_VERSION_FULL=${point}\n`}ID=${id}\nHOME_URL="https://www.debian.org/"\nSUPPORT_URL="https://www.debian.org/support"\nBUG_REPORT_URL="https://bugs.debian.org/"\n`;
}

function debianSources({ codename, created, version }: Release): string {
  const day = `${created.slice(0, 10).replaceAll('-', '')}T000000Z`;
  const keyring = `/usr/share/keyrings/debian-archive-keyring.${version === '12' ? 'gpg' : 'pgp'}`;
  const stanza = (archive: string, suites: string): string =>
    `Types: deb\n# http://snapshot.debian.org/archive/${archive}/${day}\nURIs: http://deb.debian.org/${archive}\nSuites: ${suites}\nComponents: main\nSigned-By: ${keyring}\n`;
  return `${stanza('debian', `${codename} ${codename}-updates`)}\n${stanza('debian-security', `${codename}-security`)}`;
}

function ubuntuSources(codename: string): string {
  const stanza = (uri: string, suites: string): string =>
    `Types: deb\nURIs: ${uri}\nSuites: ${suites}\nComponents: main universe restricted multiverse\nSigned-By: /usr/share/keyrings/ubuntu-archive-keyring.gpg\n`;
  return `${stanza('http://archive.ubuntu.com/ubuntu/', `${codename} ${codename}-updates ${codename}-backports`)}\n${stanza('http://security.ubuntu.com/ubuntu/', `${codename}-security`)}`;
}

const NSSWITCH =
  'passwd:         files\ngroup:          files\nshadow:         files\ngshadow:        files\n\nhosts:          files dns\nnetworks:       files\n\nprotocols:      db files\nservices:       db files\nethers:         db files\nrpc:            db files\n\nnetgroup:       nis\n';

const PROFILE = `# what a login shell runs
if [ "$(id -u)" -eq 0 ]; then
  PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
else
  PATH="/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games"
fi
export PATH

if [ -d /etc/profile.d ]; then
  for i in /etc/profile.d/*.sh; do
    if [ -r $i ]; then
      . $i
    fi
  done
  unset i
fi
`;

const PERSONAL_PROFILE = `# what a login shell of this user runs
if [ "$BASH" ] && [ -f ~/.bashrc ]; then
  . ~/.bashrc
fi
`;
