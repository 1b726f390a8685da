# shellcheck shell=bash
# What every script here shares: words for people, the cache folder, rights.
# Source it from a script that runs under `set -euo pipefail`.

KOMPOX_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
KOMPOX_CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/kompox
export KOMPOX_ROOT KOMPOX_CACHE
mkdir -p "$KOMPOX_CACHE"

# say SENTENCE…: one line of the story, on stderr.
say() { printf '%s\n' "$*" >&2; }

# fail SENTENCE REMEDY: what is wrong, then the command that mends it, and exit 1.
fail() {
  printf 'error: %s\n' "$1" >&2
  [ $# -lt 2 ] || printf '%s\n' "${@:2}" >&2
  exit 1
}

# as_root COMMAND…: runs it as root, through sudo where needed.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "this step needs root and there is no sudo: $*" "Run it again as root."
  fi
}

# wait_until SECONDS COMMAND…: polls until the command succeeds, fails after the deadline.
wait_until() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.2
  done
}

# version_at_least WANTED ACTUAL: compares dotted numbers.
version_at_least() {
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}
