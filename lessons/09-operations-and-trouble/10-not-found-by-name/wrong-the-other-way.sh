# step connect
# unmet: found untouched
docker network connect bridge app
docker restart -t 1 cache
# step default
# unmet: old-found
docker network disconnect bridge old-app
docker network connect bridge old-app
