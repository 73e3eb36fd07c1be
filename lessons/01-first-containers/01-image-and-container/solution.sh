# step hello
docker run hello-world

# step where
docker ps
docker ps -a

# step two
docker run hello-world
docker images
