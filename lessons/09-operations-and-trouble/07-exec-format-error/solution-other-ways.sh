# step native
printf 'FROM alpine\nCMD uname -m\n' | docker build -t tool:2.0 -
docker run -d tool:2.0
sleep 1
# step script
sed -i 's#CMD .*#CMD ["sh", "/start.sh"]#' Dockerfile
docker build -q -t starter .
docker run --name st starter
