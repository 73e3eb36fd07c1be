# step user
# unmet: own runs
docker run --rm status useradd app
docker run -d --name after -u app status

# step health
# unmet: healthy
echo 'HEALTHCHECK --interval=1s --retries=1 CMD ["false"]' >> Dockerfile
docker build -t status .
docker run -d --name checked status
sleep 4

# step health
# unmet: check
docker run -d --name checked --health-cmd true --health-interval 1s status
sleep 4
