#!/bin/bash
echo "starting"
exec python app.py
