# step lost
# unmet: empty runs
docker run -d --name pad alpine sleep 1d
docker exec pad sh -c 'echo milk > /list.txt'
docker restart -t 1 pad

# step volume
# unmet: saved gone reader
docker rm -f pad
docker run -d --name pad -v notes:/data alpine sh -c 'echo milk > /list.txt; sleep 1d'
docker run --name reader -v note:/data alpine ls /data

# step typo
# unmet: removed kept
docker run --name typo -v notse:/data alpine ls /data
docker volume rm notse
docker volume prune -f

# step lost
# unmet: noted empty runs
docker run -d --name pad alpine sleep 1d
docker exec pad echo milk > /list.txt

# step typo
# unmet: made removed kept
docker run --name typo -v notes:/data alpine ls /data
