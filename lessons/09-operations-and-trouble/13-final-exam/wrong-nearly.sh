# step image
# unmet: user
printf 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["python", "app.py"]\n' > Dockerfile
docker build -q -t harbour:1.0 .
# step together
# unmet: store counts
docker run -d --name store redis:alpine
docker run -d --name app -p 8080:8000 harbour:1.0
sleep 3
curl -s localhost:8080
# step limits
# unmet: limited comes-back
docker rm -f app
docker run -d --name app --network harbour -p 8080:8000 -m 1g --restart always harbour:1.0
# step lighthouse
# unmet: shines
docker restart lighthouse
sleep 1
curl -s localhost:9090
# step fleet
# unmet: three-sail lost-one
docker run -d --name fleet-1 -p 8090:80 nginx:alpine
docker run -d --name fleet-2 nginx:alpine
docker run -d --name fleet-3 nginx:alpine
docker rm -f fleet-2
