# step save
docker run --rm -v notes:/data busybox tar cz -C /data . > notes.tar.gz

# step lose
docker volume prune -a -f

# step restore
docker volume create again
docker create --name carrier -v again:/data alpine
mkdir copy && tar xzf notes.tar.gz -C copy
docker cp copy/. carrier:/data
