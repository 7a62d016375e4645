#!/usr/bin/env bash
# Puts moto, which answers as Amazon EKS does, into a virtual environment outside the tree.
set -euo pipefail
venv="${XDG_CACHE_HOME:-$HOME/.cache}/cdk8s-eks/moto-venv"
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet moto==5.2.5 flask flask-cors
echo "installed in $venv"
