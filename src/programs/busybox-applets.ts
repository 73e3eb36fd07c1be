/** The applets of BusyBox 1.37 as Alpine builds it that exist here; the shell (`sh`, `ash`) is installed beside them. */
export const BUSYBOX_APPLETS: readonly string[] = [
  '[', 'arch', 'awk', 'base64', 'basename', 'cat', 'chgrp', 'chmod', 'chown', 'chroot', 'clear', 'cmp', 'comm', 'cp', 'cut', 'date', 'dd', 'df',
  'diff', 'dirname', 'du', 'echo', 'egrep', 'env', 'expand', 'expr', 'false', 'fgrep', 'find', 'fold', 'free', 'grep', 'groups', 'head', 'hexdump', 'hostname',
  'httpd', 'id', 'ifconfig', 'install', 'ip', 'kill', 'less', 'ln', 'ls', 'md5sum', 'mkdir', 'mktemp', 'more', 'mount', 'mv', 'nc', 'netstat', 'nice', 'nl', 'nohup',
  'nproc', 'nslookup', 'od', 'paste', 'pgrep', 'pidof', 'ping', 'pkill', 'printenv', 'printf', 'ps', 'pwd', 'readlink', 'realpath', 'reset', 'rev', 'rm',
  'rmdir', 'route', 'sed', 'seq', 'setsid', 'sha1sum', 'sha256sum', 'sha512sum', 'sleep', 'sort', 'split', 'stat', 'stty', 'sync', 'tac', 'tail', 'tar', 'tee', 'test',
  'time', 'timeout', 'top', 'touch', 'tr', 'tree', 'true', 'tty', 'uname', 'uniq', 'uptime', 'watch', 'wc', 'wget', 'which', 'whoami', 'xargs', 'yes',
]; // prettier-ignore
