# step easy
docker rmi busybox

# step names
docker rmi backup

# step used
docker rm forgotten
docker rmi alpine
