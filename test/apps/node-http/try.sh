docker build -q -t greeter . > /dev/null
docker run -d --name greeter -p 8080:8080 --restart on-failure greeter > /dev/null; sleep 1
docker logs greeter
curl -s localhost:8080; curl -s 'localhost:8080/?name=Ada'; curl -s -w '%{http_code}\n' localhost:8080/x
curl -s -d '{"a": [1, 2]}' localhost:8080/echo
sleep 5; docker inspect -f '{{.State.Health.Status}}' greeter
# A crash ends it, the restart policy brings it back with the files it had.
curl -s localhost:8080/crash; echo "curl $?"
docker logs greeter 2>&1 | grep -e '^Error' -e '^Node'
sleep 2; docker inspect -f '{{.RestartCount}}' greeter; curl -s localhost:8080
docker stop greeter > /dev/null; docker logs greeter 2>&1 | tail -1; docker inspect -f '{{.State.ExitCode}}' greeter
docker run --rm greeter node -e 'console.log(process.env.NODE_ENV, process.getuid(), __dirname)' 
docker run --rm greeter node missing.js 2>&1 | grep "^Error"
