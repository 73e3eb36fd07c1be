# step root
docker exec before whoami

# step user
printf 'FROM python:3.12-slim\nRUN useradd app\nWORKDIR /srv\nCOPY server.py .\nUSER app\nCMD ["python", "server.py"]\n' > Dockerfile
docker build -t status .
docker run -d --name after status

# step health
sed -i "/^CMD/i HEALTHCHECK --interval=2s CMD python -c \"import urllib.request as r; r.urlopen('http://127.0.0.1:8000')\"" Dockerfile
docker build -t status .
docker run -d --name checked status
sleep 6
docker ps
