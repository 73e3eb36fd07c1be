# step cmd
printf 'FROM alpine\nCMD ["echo", "hello"]\n' > Dockerfile
docker build -t say .
docker run say

# step entrypoint
printf 'FROM alpine\nENTRYPOINT ["echo"]\nCMD ["hello"]\n' > Dockerfile
docker build -t say .
docker run say good morning

# step form
printf 'FROM alpine\nCOPY ticker.sh /ticker.sh\nCMD ["sh", "/ticker.sh"]\n' > Dockerfile.ticker
docker build -t ticker -f Dockerfile.ticker .
docker run -d --name tick ticker
docker exec tick ps
