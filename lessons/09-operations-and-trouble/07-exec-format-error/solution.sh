# step foreign
docker image inspect -f '{{.Architecture}}' tool:1.0
# step native
printf 'FROM alpine\nCMD ["uname", "-m"]\n' > Dockerfile.tool
docker build --platform linux/amd64 -t tool:2.0 -f Dockerfile.tool .
docker run tool:2.0
# step script
sed -i '1i #!/bin/sh' start.sh
docker build -t starter .
docker run starter
