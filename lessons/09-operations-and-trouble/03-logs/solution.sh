# step find
docker logs shop 2>&1 | grep ERROR
# step limit
docker rm -f shop
docker run -d --name shop --log-opt max-size=1m --log-opt max-file=3 alpine sh -c 'while true; do echo "GET /item 200"; sleep 0.1; done'
# step empty
docker run -d --name loud alpine sh -c 'while true; do echo "order arrived"; sleep 1; done'
sleep 1
