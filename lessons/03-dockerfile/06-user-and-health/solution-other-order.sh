# step user
printf 'FROM python:3.12-slim\nWORKDIR /srv\nCOPY . .\nRUN useradd --create-home app && chown -R app /srv\nUSER app\nCMD ["python", "server.py"]\n' > Dockerfile
docker build -t status .
docker run -d --name after status

# step health
echo 'HEALTHCHECK --interval=1s CMD ["true"]' >> Dockerfile
docker build -t status .
docker run -d --name checked status
sleep 4
