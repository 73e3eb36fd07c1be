# step ignore
# unmet: without
echo secret.txt > .dockerignore
docker run --name clean notes ls /all

# step outside
# unmet: built
docker build -t notes .
