# shellcheck shell=bash
# The control plane of a cluster: a bridge, etcd, API server, controllers, scheduler.

# control_up: starts what is missing and waits until the API server is ready.
control_up() {
  control_network
  pki
  pki_kubeconfig "$DIR/kubeconfig" admin
  pki_kubeconfig "$DIR/controller-manager.conf" controller-manager
  pki_kubeconfig "$DIR/scheduler.conf" scheduler
  if [ -z "$(state_init control)" ]; then
    control_script >"$DIR/control.sh"
    start_part control "$DIR/control.sh" "$DIR/log/control" unshare --mount --pid --fork --kill-child --mount-proc
  fi
  wait_until 120 kube get --raw /readyz ||
    fail "the API server of cluster $NAME is not ready after 2 minutes" "$(tail -n 3 "$DIR/log/kube-apiserver")" \
      "Read why: tail $DIR/log/kube-apiserver $DIR/log/etcd"
}

# start_part PART SCRIPT LOG NAMESPACES…: starts the first process of a part, apart from this terminal.
start_part() {
  setsid "${@:4}" bash "$CLUSTER_HOME/lib/first.sh" "$2" kompox-cluster "$DIR" "$1" </dev/null >>"$3" 2>&1 &
  disown
}

kube() { "$BIN/kubectl" --kubeconfig "$DIR/kubeconfig" --request-timeout=20s "$@"; }

control_network() {
  ip link show "$BRIDGE" >/dev/null 2>&1 || ip link add "$BRIDGE" type bridge
  ip addr replace "$GATE/24" dev "$BRIDGE"
  ip link set "$BRIDGE" alias "kompox cluster $NAME" up
  sysctl -qw net.ipv4.ip_forward=1
  # A Docker Engine on the machine drops what it does not know.
  iptables -C FORWARD -i "$BRIDGE" -j ACCEPT 2>/dev/null || iptables -I FORWARD -i "$BRIDGE" -j ACCEPT
  iptables -C FORWARD -o "$BRIDGE" -j ACCEPT 2>/dev/null || iptables -I FORWARD -o "$BRIDGE" -j ACCEPT
}

control_script() {
  local pki=$DIR/pki
  cat <<SCRIPT
LOG=$DIR/log
keep etcd etcd --data-dir $DIR/etcd --unsafe-no-fsync \\
  --listen-client-urls https://$GATE:2379 --advertise-client-urls https://$GATE:2379 \\
  --listen-peer-urls https://$GATE:2380 --initial-advertise-peer-urls https://$GATE:2380 \\
  --initial-cluster default=https://$GATE:2380 \\
  --client-cert-auth --trusted-ca-file $pki/etcd-ca.crt --cert-file $pki/etcd-server.crt --key-file $pki/etcd-server.key \\
  --peer-client-cert-auth --peer-trusted-ca-file $pki/etcd-ca.crt --peer-cert-file $pki/etcd-server.crt --peer-key-file $pki/etcd-server.key
keep kube-apiserver $BIN/kube-apiserver --bind-address=$GATE --secure-port=6443 --advertise-address=$GATE \\
  --etcd-servers=https://$GATE:2379 --etcd-cafile=$pki/etcd-ca.crt --etcd-certfile=$pki/etcd-client.crt --etcd-keyfile=$pki/etcd-client.key \\
  --tls-cert-file=$pki/apiserver.crt --tls-private-key-file=$pki/apiserver.key --client-ca-file=$pki/cluster-ca.crt \\
  --kubelet-certificate-authority=$pki/cluster-ca.crt --kubelet-client-certificate=$pki/apiserver-kubelet.crt \\
  --kubelet-client-key=$pki/apiserver-kubelet.key --kubelet-preferred-address-types=InternalIP \\
  --service-account-key-file=$pki/accounts.pub --service-account-signing-key-file=$pki/accounts.key \\
  --service-account-issuer=https://kubernetes.default.svc.cluster.local --service-cluster-ip-range=$SERVICES.0/24 \\
  --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction --anonymous-auth=false --allow-privileged=true
keep kube-controller-manager $BIN/kube-controller-manager --kubeconfig=$DIR/controller-manager.conf \\
  --service-account-private-key-file=$pki/accounts.key --root-ca-file=$pki/cluster-ca.crt --use-service-account-credentials \\
  --leader-elect=false --bind-address=$GATE --secure-port=10257 --cert-dir=$DIR/pki/controller-manager \\
  --node-monitor-grace-period=20s --cluster-cidr=$PODS
keep kube-scheduler $BIN/kube-scheduler --kubeconfig=$DIR/scheduler.conf --leader-elect=false \\
  --bind-address=$GATE --secure-port=10259 --cert-dir=$DIR/pki/scheduler
SCRIPT
}

# control_restart_apiserver: kills it as the kernel would; it is started again at once.
control_restart_apiserver() {
  pkill -KILL -f "^$BIN/kube-apiserver --bind-address=$GATE " || fail "the API server of cluster $NAME does not run" \
    "Start it: cluster up $NAME"
  wait_until 60 kube get --raw /readyz || fail "the API server does not come back" "Read why: tail $DIR/log/kube-apiserver"
}
