# step indent
# unmet: web
sed -i '/ports/,$d' indent.yaml
docker compose -f indent.yaml up -d
# step key
# unmet: shop
sed -i '/prots/,$d' key.yaml
docker compose -f key.yaml up -d
# step shape
# unmet: blog
sed -i -e '/environment/,$d' -e 's/ports: /ports: [/; s/80"/80"]/' shape.yaml
docker compose -f shape.yaml up -d
