# step ignore
# unmet: without
echo secret.txt > .dockerignore
docker run --name clean notes ls /all

# step outside
# unmet: built
docker build -t notes .

# step outside
# unmet: fails
cp ../notes.txt .
sed -i 's|\.\./notes.txt|notes.txt|' Dockerfile
docker build -t notes .

# step ignore
# unmet: ignored clean without
echo '*.log' > .dockerignore
docker build -t notes .
docker run --name clean notes ls /none
