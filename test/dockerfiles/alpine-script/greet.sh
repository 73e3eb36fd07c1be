#!/bin/sh
set -eu
name=${1:-world}
echo "hello, $name, from $(cat /etc/greeting)"
