# step containers
# unmet: shop-kept
docker container prune -f
# step unused
# unmet: needed
docker rm shop
docker system prune -a -f
# step volumes
# unmet: scratch-gone orders
docker rm shop try-3
docker volume prune -a -f
