# step limit
docker rename shop old
docker create --name shop --log-driver json-file --log-opt max-file=3 --log-opt max-size=1m alpine sleep 1000
docker start shop
# step empty
docker run -d --name loud alpine sh -c 'ln -sf /proc/1/fd/1 /var/log/app.log; while true; do echo "order arrived" > /proc/1/fd/1; sleep 1; done'
sleep 2
