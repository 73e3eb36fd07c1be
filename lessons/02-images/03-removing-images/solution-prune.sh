# step easy
docker image rm busybox:latest

# step used
docker container prune -f
docker image prune -a -f

# step names
docker image rm --no-prune backup:latest
