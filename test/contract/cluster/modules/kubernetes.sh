#!/usr/bin/env bash
# Pins one more Kubernetes version for the cluster suite: modules/kubernetes.sh 1.36.3
# The staging modules carry no versions of their own in the go.mod of k8s.io/kubernetes, so each gets one here.
set -euo pipefail
version="$1"
folder="$(cd "$(dirname "$0")" && pwd)/kubernetes-${version%.*}"
mkdir -p "$folder" && cd "$folder"
source_mod="$(go mod download -json "k8s.io/kubernetes@v$version" | sed -n 's/.*"GoMod": "\(.*\)",/\1/p')"
{
  printf 'module cdk8s-eks/contract/kubernetes\n\n%s\n\nrequire k8s.io/kubernetes v%s\n\nreplace (\n' \
    "$(grep '^go ' "$source_mod")" "$version"
  sed -n "s|^[[:space:]]*\(k8s.io/[a-z-]*\) => .*|\t\1 => \1 v0.${version#1.}|p" "$source_mod"
  printf ')\n'
} >go.mod
for command in kube-apiserver kube-controller-manager kube-scheduler kubectl; do
  go get -tool "k8s.io/kubernetes/cmd/$command@v$version"
done
