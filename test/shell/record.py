"""Runs every script of bash/, dash/ and ash/ (*.txt, separated by lines of %%) in the real shell and writes the .json beside them.

Each runs in an empty folder, without input. A shell that is not on PATH (ash is `busybox ash`) is left as it was recorded.
"""
import json, pathlib, shutil, subprocess, tempfile

here = pathlib.Path(__file__).parent
environment = {'PATH': '/usr/bin:/bin', 'HOME': '/root', 'LC_ALL': 'C.UTF-8'}
for shell, command in (('bash', ['bash']), ('dash', ['sh']), ('ash', ['busybox', 'ash'])):
    program = shutil.which('dash' if shell == 'dash' else command[0])
    if not program:
        print(f'no {shell} here')
        continue
    for topic in sorted((here / shell).glob('*.txt')):
        rows = []
        for script in topic.read_text().split('\n%%\n'):
            script = script.strip('\n')
            if not script:
                continue
            with tempfile.TemporaryDirectory() as folder:
                scratch = pathlib.Path(folder) / 'scratch'
                scratch.mkdir()
                done = subprocess.run([*command, '-c', script], executable=program, stdin=subprocess.DEVNULL,
                                      capture_output=True, cwd=scratch, env=environment, timeout=20)
            # Negative in Python: ended by a signal.
            rows.append({'script': script, 'stdout': done.stdout.decode(errors='replace'),
                         'stderr': done.stderr.decode(errors='replace'), 'status': done.returncode if done.returncode >= 0 else 128 - done.returncode})
        topic.with_suffix('.json').write_text(json.dumps(rows, indent=1, ensure_ascii=False) + '\n')
