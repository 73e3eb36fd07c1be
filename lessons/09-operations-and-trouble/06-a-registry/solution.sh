# step refused
docker build -t page .
docker push page # fails
# step registry
docker run -d -p 5000:5000 --name registry registry:2
sleep 1
# step push
docker tag page localhost:5000/page:1.0
docker push localhost:5000/page:1.0
# step pull
docker rmi page localhost:5000/page:1.0
docker run -d -p 8080:80 localhost:5000/page:1.0
sleep 1
curl -s localhost:8080
