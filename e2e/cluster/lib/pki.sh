# shellcheck shell=bash
# Certificates of one cluster, made once: one authority for the cluster, one for etcd alone.

# pki: makes what is missing below $DIR/pki.
pki() {
  local dir=$DIR/pki
  mkdir -p "$dir"
  chmod 700 "$dir"
  pki_authority cluster
  pki_authority etcd
  pki_leaf etcd etcd-server etcd "" "IP:$GATE"
  pki_leaf etcd etcd-client kube-apiserver ""
  pki_leaf cluster apiserver kube-apiserver "" \
    "IP:$GATE,IP:$SERVICES.1,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,DNS:kubernetes.default.svc.cluster.local"
  pki_leaf cluster apiserver-kubelet kube-apiserver system:masters
  pki_leaf cluster admin admin system:masters
  pki_leaf cluster controller-manager system:kube-controller-manager ""
  pki_leaf cluster scheduler system:kube-scheduler ""
  pki_leaf cluster proxy system:kube-proxy ""
  [ -s "$dir/accounts.key" ] || pki_write "$dir/accounts.key" openssl genrsa 2048
  [ -s "$dir/accounts.pub" ] || pki_write "$dir/accounts.pub" openssl pkey -in "$dir/accounts.key" -pubout
}

# pki_node K: the certificate of a node, for both directions.
pki_node() {
  pki_leaf cluster "node-$1" "system:node:$NAME-n$1" system:nodes "IP:10.213.$NUMBER.$((10 + $1)),DNS:$NAME-n$1"
}

# pki_write FILE COMMAND…: keeps what a command prints, readable by its owner only, whole or not at all.
pki_write() {
  local file=$1
  shift
  (umask 077 && "$@" >"$file.part" 2>>"$DIR/log/pki") && mv "$file.part" "$file"
}

pki_authority() {
  local stem=$DIR/pki/$1-ca
  [ ! -s "$stem.crt" ] || return 0
  pki_write "$stem.key" openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256
  pki_write "$stem.crt" openssl req -x509 -new -key "$stem.key" -days 3650 -subj "/CN=$NAME $1"
}

# pki_leaf AUTHORITY FILE COMMON-NAME ORGANISATION [SUBJECT-ALTERNATIVE-NAMES]
pki_leaf() {
  local ca=$DIR/pki/$1-ca stem=$DIR/pki/$2 subject="/CN=$3" extensions
  [ ! -s "$stem.crt" ] || return 0
  [ -z "$4" ] || subject="/O=$4/CN=$3"
  extensions="extendedKeyUsage=clientAuth,serverAuth
keyUsage=critical,digitalSignature
${5:+subjectAltName=$5}"
  pki_write "$stem.key" openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256
  pki_write "$stem.csr" openssl req -new -key "$stem.key" -subj "$subject"
  pki_write "$stem.crt" openssl x509 -req -in "$stem.csr" -CA "$ca.crt" -CAkey "$ca.key" \
    -set_serial "0x$(openssl rand -hex 16)" -days 3650 -extfile <(printf '%s\n' "$extensions")
}

# pki_kubeconfig FILE LEAF: writes a kubeconfig that holds everything it needs; its names are this cluster's own, so that
# those of several clusters can be merged.
pki_kubeconfig() {
  local leaf=$DIR/pki/$2
  [ ! -s "$1" ] || return 0
  pki_write "$1" cat <<YAML
apiVersion: v1
kind: Config
clusters:
- name: $NAME
  cluster:
    server: https://$GATE:6443
    certificate-authority-data: $(base64 -w0 "$DIR/pki/cluster-ca.crt")
users:
- name: $NAME-$2
  user:
    client-certificate-data: $(base64 -w0 "$leaf.crt")
    client-key-data: $(base64 -w0 "$leaf.key")
contexts:
- name: $NAME
  context: {cluster: $NAME, user: $NAME-$2}
current-context: $NAME
YAML
}
