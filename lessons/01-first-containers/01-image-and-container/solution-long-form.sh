# step hello
docker container run --name greeting hello-world:latest

# step two
docker container run hello-world
docker run -d alpine
