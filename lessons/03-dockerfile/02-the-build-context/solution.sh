# step outside
docker build -t notes . # fails
cp ../notes.txt .
sed -i 's|\.\./notes.txt|notes.txt|' Dockerfile
docker build -t notes .

# step secret
docker run --rm notes ls /all

# step ignore
echo secret.txt > .dockerignore
docker build -t notes .
docker run --name clean notes ls /all
