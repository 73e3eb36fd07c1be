#!/bin/bash
set -e
if [ "$1" = serve ]; then
  echo "serving on ${PORT}"
  exec sleep 0
fi
exec "$@"
