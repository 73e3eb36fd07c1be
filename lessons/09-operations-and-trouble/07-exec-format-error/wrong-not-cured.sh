# step native
# unmet: fresh works
docker tag tool:1.0 tool:2.0
docker run tool:2.0
# step script
# unmet: starts
sed -i '1i #!/bin/sh' start.sh
docker build -q -t other .
docker run other
