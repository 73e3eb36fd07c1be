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

# step stale
# unmet: edited old
curl localhost:8080
docker exec site sed -i 's/Hello/Welcome aboard/' /usr/share/nginx/html/index.html
curl localhost:8080
