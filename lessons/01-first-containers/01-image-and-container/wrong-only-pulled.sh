# step hello
# unmet: ran
docker pull hello-world

# step two
# unmet: twice
docker run --rm hello-world
