#!/bin/sh
# Shows in the log what the frontend answers and how the connection came about.
set -eu
curl --verbose "${FRONTEND_URL}/api/info" 2>&1
