# step loop
mkdir elsewhere
echo 'Ready now' > elsewhere/index.html
docker run -d --name dev -p 8080:80 --mount type=bind,src="$PWD/elsewhere",dst=/usr/share/nginx/html nginx:latest
sleep 1
wget -qO- localhost:8080/index.html

# step both
docker run --rm -v /root/site:/here alpine touch /here/time.txt

# step safe
docker run -d --name safe --mount type=bind,source=/root/site,target=/usr/share/nginx/html,readonly httpd:alpine
