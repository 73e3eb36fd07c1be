# step rebuild
# unmet: new
docker build -t site .
docker restart site
sleep 1
curl localhost:8080

# step order
# unmet: cached
echo '<p>More</p>' >> index.html
docker build -t site .
