/** The applets of BusyBox 1.37 as Alpine builds it that exist here; the shell (`sh`, `ash`) is installed beside them. */
export const BUSYBOX_APPLETS: readonly string[] = [
  '[', 'addgroup', 'adduser', 'arch', 'awk', 'base32', 'base64', 'basename', 'cal', 'cat', 'chgrp', 'chmod', 'chown', 'chpasswd', 'chroot', 'cksum', 'clear', 'cmp',
  'comm', 'cp', 'cut', 'date', 'dd', 'delgroup', 'deluser', 'df', 'diff', 'dirname', 'du', 'echo', 'egrep', 'env', 'expand', 'expr', 'factor', 'fallocate',
  'false', 'fgrep', 'find', 'fold', 'free', 'getent', 'getopt', 'grep', 'groups', 'gunzip', 'gzip', 'hd', 'head', 'hexdump', 'hostname', 'httpd', 'id',
  'ifconfig', 'install', 'ip', 'kill', 'killall', 'less', 'link', 'ln', 'ls', 'md5sum', 'mkdir', 'mkfifo', 'mknod', 'mktemp', 'more', 'mount', 'mountpoint', 'mv',
  'nc', 'netstat', 'nice', 'nl', 'nohup', 'nologin', 'nproc', 'nslookup', 'od', 'passwd', 'paste', 'pgrep', 'pidof', 'ping', 'pkill', 'printenv',
  'printf', 'ps', 'pstree', 'pwd', 'readlink', 'realpath', 'reset', 'rev', 'rm', 'rmdir', 'route', 'sed', 'seq', 'setsid', 'sha1sum', 'sha256sum',
  'sha512sum', 'shuf', 'sleep', 'sort', 'split', 'stat', 'strings', 'stty', 'su', 'sum', 'sync', 'sysctl', 'tac', 'tail', 'tar', 'tee', 'test', 'time',
  'timeout', 'top', 'touch', 'tr', 'tree', 'true', 'truncate', 'tty', 'umount', 'uname', 'unexpand', 'uniq', 'unlink', 'unzip', 'uptime', 'vi', 'watch', 'wc',
  'wget', 'which', 'whoami', 'xargs', 'xxd', 'yes', 'zcat',
]; // prettier-ignore
