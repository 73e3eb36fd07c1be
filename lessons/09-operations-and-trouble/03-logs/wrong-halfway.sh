# step limit
# unmet: rotated files
docker restart shop
# step empty
# unmet: heard
docker run -d --name loud alpine sh -c 'while true; do echo "order arrived" > /tmp/log; sleep 1; done'
sleep 2
