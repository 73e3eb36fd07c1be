# step cmd
# unmet: say
printf 'FROM alpine\nCMD echo hello\n' > Dockerfile
docker build -t say .

# step entrypoint
# unmet: both
docker run say echo good morning

# step form
# unmet: exec
docker build -t ticker -f Dockerfile.ticker .

# step entrypoint
# unmet: morning
printf 'FROM alpine\nENTRYPOINT ["echo"]\nCMD ["hello"]\n' > Dockerfile
docker build -t say .
docker run say
docker run --entrypoint date say
