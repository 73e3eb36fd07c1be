# step lost
docker run -d --name pad alpine sleep 1d
docker exec pad sh -c 'echo milk > /list.txt'
docker rm -f pad
docker run -d --name pad alpine sleep 1d

# step volume
docker rm -f pad
docker volume create notes
docker run -d --name pad -v notes:/data alpine sleep 1d
docker exec pad sh -c 'echo milk > /data/list.txt'
docker rm -f pad
docker run --name reader -v notes:/data alpine cat /data/list.txt

# step typo
docker run --name typo -v notse:/data alpine ls /data
docker rm typo
docker volume rm notse
