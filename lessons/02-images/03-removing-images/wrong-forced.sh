# step used
# unmet: clean
docker rmi -f alpine

# step names
# unmet: untagged kept
docker rmi alpine

# step easy
# unmet: busybox
docker tag busybox other

# step used
# unmet: gone
docker rm forgotten
docker image prune -f
