# step save
# unmet: packed
docker run --rm -v notes:/from:ro alpine tar czf /tmp/notes.tar.gz -C /from .

# step lose
# unmet: gone
docker run --rm -v notes:/data alpine sh -c 'rm -rf /data/*'

# step restore
# unmet: list people
docker run --rm -v again:/to -v "$(pwd)":/from:ro alpine sh -c 'mkdir /to/from && tar xzf /from/notes.tar.gz -C /to/from'
