#!/bin/bash
# The first process of a part of a cluster, in a process namespace of its own: when it dies, the kernel ends all others.
#   first.sh SCRIPT kompox-cluster DIRECTORY PART     (the last three words are how it is found)
# It runs SCRIPT, which uses what is here, and then waits for ever.
set -uo pipefail

# keep NAME COMMAND…: runs a program and starts it again whenever it ends.
keep() {
  local name=$1
  shift
  (
    while :; do
      "$@" >>"$LOG/$name" 2>&1
      printf -- '--- %s ended with %s\n' "$name" "$?" >>"$LOG/$name"
      sleep 0.5
    done
  ) &
}

# shellcheck disable=SC1090
. "$1"
while :; do wait || sleep 1; done
