# step gone
# unmet: ended
docker create alpine

# step stays
# unmet: runs
docker run -d --name clock alpine date
sleep 1

# step status
# unmet: failed
docker run alpine sh -c 'echo exit 3'
