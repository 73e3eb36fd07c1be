# step cmd
mkdir other && cd other
printf 'FROM alpine:latest\nRUN true\nCMD ["echo","hello"]\n' > Containerfile
docker build -t say:latest -f Containerfile .

# step entrypoint
printf 'FROM alpine\nCMD ["hello"]\nENTRYPOINT ["echo"]\n' | docker build -t say -
docker run --rm say x
docker run --name morning say good morning

# step form
sed -i 's|^CMD.*|CMD ["sh","/ticker.sh"]|' Dockerfile.ticker
docker build -t ticker -f Dockerfile.ticker .
