# step two
docker run hello-world
docker run hello-world
docker run hello-world
