# step lost
docker run --name pad alpine sh -c 'echo milk and bread > /list.txt'
docker rename pad old
docker run -d --name pad busybox sleep 1000

# step volume
docker run --rm --mount type=volume,src=notes,dst=/x alpine sh -c 'echo buy milk > /x/list.txt'
docker container prune -f
docker rm -f pad
docker run -d --name reader --mount source=notes,target=/data busybox sleep 100

# step typo
docker volume create notse
docker volume rm notse
