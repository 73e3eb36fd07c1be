# step outside
docker build -t notes .
mv ../notes.txt notes.txt
printf 'FROM alpine\nCOPY notes.txt /notes.txt\nCOPY . /all\n' > Dockerfile
docker build . -t notes:latest

# step ignore
printf '*\n!notes.txt\n# no secret files\n' > .dockerignore
docker build -q -t notes .
docker run --name clean notes ls -la /all
