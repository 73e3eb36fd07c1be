# step typo
# unmet: kept
docker volume create notse
docker rm -f reader
docker volume rm notse notes

# step volume
# unmet: gone reader
docker rm -f pad
docker run -d --name pad -v notes:/data alpine sh -c 'echo milk > /data/list.txt; sleep 1d'
sleep 1
docker run --name reader -v notes:/data alpine cat /data/list.txt
