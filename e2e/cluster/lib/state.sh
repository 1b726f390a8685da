# shellcheck shell=bash
# What is known of each cluster, and its share of the machine: a number gives it its addresses.
# 10.213.N.0/24 nodes (.1 is the control plane), 10.214.16N+K.0/24 pods of node K, 10.215.N.0/24 services.

STATE=${KOMPOX_CLUSTERS:-${XDG_STATE_HOME:-$HOME/.local/state}/kompox/clusters}
MOST_NODES=15

# state_use NAME: sets DIR and, if the cluster exists, its number and addresses.
state_use() {
  [[ $1 =~ ^[a-z][a-z0-9]{0,9}$ ]] || fail "\"$1\" is no name of a cluster" "Use 1 to 10 of a-z and 0-9, a letter first."
  NAME=$1
  DIR=$STATE/$NAME
  if [ -s "$DIR/number" ]; then
    NUMBER=$(<"$DIR/number")
    BRIDGE=kompox$NUMBER
    GATE=10.213.$NUMBER.1
    SERVICES=10.215.$NUMBER
    PODS=10.214.$((16 * NUMBER)).0/20
  fi
}

state_exists() { [ -s "$DIR/number" ]; }

state_expect() {
  state_exists || fail "there is no cluster \"$NAME\"" "Make it: cluster up $NAME" "See all:  cluster list"
}

# state_take: gives a new cluster the lowest free number.
state_take() {
  local lock number
  mkdir -p "$STATE"
  chmod 700 "$STATE"
  exec {lock}>"$STATE/lock"
  flock "$lock"
  for ((number = ${KOMPOX_FIRST_CLUSTER:-0}; number < 16; number++)); do
    grep -qxs "$number" "$STATE"/*/number || break
  done
  [ "$number" -lt 16 ] || fail "16 clusters is all that one machine holds" "Remove one: cluster down NAME"
  mkdir -p "$DIR/log"
  printf '%s\n' "$number" >"$DIR/number.part"
  mv "$DIR/number.part" "$DIR/number"
  exec {lock}>&-
  state_use "$NAME"
}

# state_names: every cluster, in order.
state_names() {
  local file
  for file in "$STATE"/*/number; do
    [ ! -s "$file" ] || basename "$(dirname "$file")"
  done
}

# state_nodes: the numbers of the nodes, in order.
state_nodes() {
  local file
  for file in "$DIR"/nodes/*/zone; do
    [ ! -s "$file" ] || basename "$(dirname "$file")"
  done | sort -n
}

# state_init WORD: the process, as seen from here, that is the first of a part of the cluster ("control" or a node's
# number); nothing if it does not run. It is known by its arguments, not by a number that may belong to another by now.
state_init() {
  local pid
  for pid in $(pgrep -f "kompox-cluster $DIR $1\$" || true); do
    # unshare is the parent; its child is the first process inside
    pgrep -P "$pid" -f "kompox-cluster $DIR $1\$" && return 0
  done
  return 0
}
