# step save
docker run --rm -v notes:/from:ro -v "$(pwd)":/to alpine tar czf /to/notes.tar.gz -C /from .

# step lose
docker volume rm notes

# step restore
docker run --rm -v again:/to -v "$(pwd)":/from:ro alpine tar xzf /from/notes.tar.gz -C /to
