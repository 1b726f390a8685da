# shellcheck shell=bash
# One node: a namespace each for processes, mounts and the network, with a containerd and a kubelet of its own. What it
# holds lies below $DIR/nodes/K and outlives a power cut.

CONTROLLERS=/sys/fs/cgroup

# node_up K: starts a node that does not run.
node_up() {
  local k=$1 dir=$DIR/nodes/$1
  [ -z "$(state_init "$k")" ] || return 0
  mkdir -p "$dir"/{cni,lib-cni,log,kubelet,containerd}
  pki_node "$k"
  pki_kubeconfig "$dir/kubelet.conf" "node-$k"
  pki_kubeconfig "$dir/proxy.conf" proxy
  node_cgroups "$k"
  node_containerd "$k" >"$dir/containerd.toml"
  node_cni "$k" >"$dir/cni/10-bridge.conflist"
  node_kubelet "$k" >"$dir/kubelet.yaml"
  node_script "$k" >"$dir/init.sh"
  start_part "$k" "$dir/init.sh" "$dir/log/init" unshare --mount --net --pid --fork --kill-child --mount-proc
  node_connect "$k"
}

# node_connect K: lays the cable between the bridge and the node, which waits for it.
node_connect() {
  local k=$1 init cable=$BRIDGE-$1
  wait_until 10 node_has_init "$k" || fail "node $NAME-n$k did not start" "Read why: $DIR/nodes/$k/log/init"
  init=$(state_init "$k")
  ip link del "$cable" 2>/dev/null || true
  ip link add "$cable" type veth peer name eth0 netns "/proc/$init/ns/net"
  ip link set "$cable" master "$BRIDGE" up
}

node_has_init() { [ -n "$(state_init "$1")" ]; }

node_address() { printf '10.213.%s.%s' "$NUMBER" $((10 + $1)); }
node_pods() { printf '10.214.%s.0/24' $((16 * NUMBER + $1)); }

# node_cgroups K: a control group of its own in each hierarchy (version 1), or one (version 2).
node_cgroups() {
  local group=kompox-$NAME-n$1 hierarchy file
  if [ -e $CONTROLLERS/cgroup.controllers ]; then
    mkdir -p "$CONTROLLERS/$group"
    return
  fi
  for hierarchy in "$CONTROLLERS"/*/; do
    [ ! -L "${hierarchy%/}" ] || continue
    mkdir -p "$hierarchy$group"
    for file in cpuset.cpus cpuset.mems; do
      [ ! -e "$hierarchy$file" ] || cat "$hierarchy$file" >"$hierarchy$group/$file"
    done
  done
}

node_containerd() {
  cat <<TOML
version = 2
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "kompox.test/pause:1"
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "$DIR/nodes/$1/cni"
TOML
}

node_cni() {
  cat <<JSON
{"cniVersion": "0.4.0", "name": "pods", "plugins": [
  {"type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": true, "hairpinMode": true,
   "ipam": {"type": "host-local", "ranges": [[{"subnet": "$(node_pods "$1")"}]], "routes": [{"dst": "0.0.0.0/0"}]}},
  {"type": "portmap", "capabilities": {"portMappings": true}}]}
JSON
}

node_kubelet() {
  cat <<YAML
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous: {enabled: false}
  webhook: {enabled: true}
  x509: {clientCAFile: $DIR/pki/cluster-ca.crt}
authorization: {mode: Webhook}
tlsCertFile: $DIR/pki/node-$1.crt
tlsPrivateKeyFile: $DIR/pki/node-$1.key
cgroupDriver: cgroupfs
cgroupRoot: /kompox-$NAME-n$1
failSwapOn: false
failCgroupV1: false
containerRuntimeEndpoint: unix:///run/containerd/containerd.sock
clusterDNS: [$SERVICES.10]
clusterDomain: cluster.local
resolvConf: ""
evictionHard: {nodefs.available: "1%", imagefs.available: "1%", memory.available: "50Mi"}
localStorageCapacityIsolation: false
nodeStatusUpdateFrequency: 4s
shutdownGracePeriod: 0s
YAML
}

node_script() {
  local k=$1 dir=$DIR/nodes/$1 other
  cat <<SCRIPT
LOG=$dir/log
mount --make-rprivate /
mount -t tmpfs tmpfs /run
mkdir -p /run/netns /var/lib/cni /var/lib/kubelet /var/lib/containerd
mount --bind $dir/lib-cni /var/lib/cni
mount --bind $dir/kubelet /var/lib/kubelet
mount --bind $dir/containerd /var/lib/containerd
mount --bind $dir/log /var/log
mount --make-rshared /
until ip link show eth0 >/dev/null 2>&1; do sleep 0.05; done
ip link set lo up
ip addr add $(node_address "$k")/24 dev eth0
ip link set eth0 up
ip route add default via $GATE
sysctl -qw net.ipv4.ip_forward=1
SCRIPT
  for ((other = 1; other <= MOST_NODES; other++)); do
    [ "$other" = "$k" ] || echo "ip route add $(node_pods "$other") via $(node_address "$other")"
  done
  cat <<SCRIPT
keep containerd containerd -c $dir/containerd.toml
until [ -S /run/containerd/containerd.sock ] && ctr version >/dev/null 2>&1; do sleep 0.1; done
for image in $BIN/images/*.tar.gz; do
  [ -e "$dir/images-$(basename "$BIN")" ] || gzip -dc "\$image" | ctr -n k8s.io images import - >>$dir/log/images 2>&1
done
touch "$dir/images-$(basename "$BIN")"
keep kubelet $BIN/kubelet --config=$dir/kubelet.yaml --kubeconfig=$dir/kubelet.conf --hostname-override=$NAME-n$k \\
  --node-ip=$(node_address "$k") --node-labels=topology.kubernetes.io/zone=$(<"$dir/zone"),topology.kubernetes.io/region=local
keep kube-proxy $BIN/kube-proxy --kubeconfig=$dir/proxy.conf --hostname-override=$NAME-n$k --cluster-cidr=$PODS \\
  --proxy-mode=iptables --conntrack-max-per-core=0
SCRIPT
}

# node_off K: as if its power were cut: everything that runs there is gone at once.
node_off() {
  local init
  init=$(state_init "$1")
  [ -z "$init" ] || kill -KILL "$init"
  wait_until 10 node_is_off "$1" || fail "node $NAME-n$1 does not end" "ps ax | grep kompox-cluster"
  ip link del "$BRIDGE-$1" 2>/dev/null || true
}

node_is_off() { [ -z "$(state_init "$1")" ]; }

# node_inside K COMMAND…: runs a program where the node's programs run.
node_inside() {
  local init
  init=$(state_init "$1")
  [ -n "$init" ] || fail "node $NAME-n$1 is off" "Switch it on: cluster poweron $NAME $1"
  nsenter --target "$init" --mount --net --pid -- "${@:2}"
}

# node_remove K: its control groups and what it held.
node_remove() {
  node_off "$1"
  find $CONTROLLERS -depth -type d -path "*/kompox-$NAME-n$1*" -exec rmdir {} + 2>/dev/null || true
  rm -rf --one-file-system "$DIR/nodes/$1"
}
