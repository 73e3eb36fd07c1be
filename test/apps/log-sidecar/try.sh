docker build -q -t watch . > /dev/null
docker run -d --name watch -v log:/log watch 2 > /dev/null; sleep 5
docker run --rm -v log:/log:ro alpine:3.22 cat /log/watch.log
docker run --rm -v log:/log:ro alpine:3.22 sh -c 'echo mine >> /log/watch.log'; echo "status $?"
docker stop watch > /dev/null; docker inspect -f '{{.State.ExitCode}}' watch
docker rm watch > /dev/null
docker run --rm -v log:/log alpine:3.22 sh -c 'tail -n 1 /log/watch.log; stat -c %U:%u /log/watch.log'
docker run --rm --volumes-from nobody alpine:3.22 true
docker volume inspect -f '{{.Name}} {{.Driver}}' log
docker volume rm log
