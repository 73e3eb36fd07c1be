# step rm
# unmet: read none
docker run alpine --rm echo bye
