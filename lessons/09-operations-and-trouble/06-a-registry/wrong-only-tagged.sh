# step registry
# unmet: runs
docker run -d -p 5001:5000 registry:2
# step push
# unmet: pushed
docker tag page localhost:5000/page:1.0
# step pull
# unmet: removed serves seen
docker run -d -p 8080:80 localhost:5000/page:1.0
sleep 1
curl -s localhost:8080
