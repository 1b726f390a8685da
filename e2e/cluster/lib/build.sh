# shellcheck shell=bash
# Builds what a cluster runs from Go modules, once for each content of this folder, into the cache.

KUBERNETES=1.34.4
COREDNS=1.15.0
LOCAL_PATH=0.0.30

# Kubernetes keeps these modules in its own tree and publishes each under v0.
STAGING=(api apiextensions-apiserver apimachinery apiserver cli-runtime client-go cloud-provider
  cluster-bootstrap code-generator component-base component-helpers controller-manager cri-api cri-client
  csi-translation-lib dynamic-resource-allocation endpointslice externaljwt kms kube-aggregator
  kube-controller-manager kube-proxy kube-scheduler kubectl kubelet metrics mount-utils pod-security-admission
  sample-apiserver sample-cli-plugin sample-controller)
COMPONENTS=(kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet kubectl)

# build_key: names what would be built.
build_key() {
  {
    printf '%s\n' "$KUBERNETES" "$COREDNS" "$LOCAL_PATH" "$(uname -m)"
    cat "$CLUSTER_HOME"/node/main.go "$CLUSTER_HOME"/pause/main.go "$CLUSTER_HOME/lib/build.sh"
  } | sha256sum | cut -c1-16
}

# build: makes everything that is not in the cache, one caller at a time. Sets BIN.
build() {
  BIN=$KOMPOX_CACHE/cluster/$(build_key)
  [ ! -e "$BIN/complete" ] || return 0
  mkdir -p "$KOMPOX_CACHE/cluster"
  exec {lock}>"$KOMPOX_CACHE/cluster/lock"
  flock "$lock"
  if [ ! -e "$BIN/complete" ]; then
    build_all "$BIN.part"
    rm -rf "$BIN"
    mv "$BIN.part" "$BIN"
  fi
  exec {lock}>&-
}

build_all() {
  local out=$1
  require_go
  say "building Kubernetes $KUBERNETES, CoreDNS $COREDNS and local-path-provisioner $LOCAL_PATH from their Go modules" \
    "(10 minutes on 2 processors, once; log: $KOMPOX_CACHE/cluster/build.log)"
  mkdir -p "$out/images"
  : >"$KOMPOX_CACHE/cluster/build.log"
  build_node "$out"
  build_module "$out/coredns" github.com/coredns/coredns "v$COREDNS"
  build_module "$out/local-path-provisioner" github.com/rancher/local-path-provisioner "v$LOCAL_PATH"
  (cd "$CLUSTER_HOME/pause" && CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o "$out/pause" .) \
    >>"$KOMPOX_CACHE/cluster/build.log" 2>&1 || build_failed pause
  build_images "$out"
  touch "$out/complete"
}

build_failed() {
  fail "$1 could not be built" "Read why: tail $KOMPOX_CACHE/cluster/build.log"
}

build_node() {
  local out=$1 work=$KOMPOX_CACHE/cluster/node module name
  rm -rf "$work"
  mkdir -p "$work"
  cp "$CLUSTER_HOME/node/main.go" "$work/"
  {
    printf 'module kompox.test/node\n\ngo 1.24.0\n\nrequire k8s.io/kubernetes v%s\n\n' "$KUBERNETES"
    for module in "${STAGING[@]}"; do
      printf 'replace k8s.io/%s => k8s.io/%s v0.%s\n' "$module" "$module" "${KUBERNETES#1.}"
    done
  } >"$work/go.mod"
  (
    cd "$work" && go mod tidy &&
      CGO_ENABLED=0 go build -trimpath \
        -ldflags "-s -w -X k8s.io/component-base/version.gitVersion=v$KUBERNETES -X k8s.io/client-go/pkg/version.gitVersion=v$KUBERNETES" \
        -o "$out/kubernetes" .
  ) >>"$KOMPOX_CACHE/cluster/build.log" 2>&1 || build_failed Kubernetes
  for name in "${COMPONENTS[@]}"; do ln -sf kubernetes "$out/$name"; done
}

# build_module FILE MODULE VERSION: installs one program from a module.
build_module() {
  local work
  work=$(mktemp -d "$KOMPOX_CACHE/cluster/gobin.XXXXXX")
  GOBIN=$work CGO_ENABLED=0 go install -trimpath -ldflags '-s -w' "$2@$3" \
    >>"$KOMPOX_CACHE/cluster/build.log" 2>&1 || build_failed "$2"
  mv "$work"/* "$1"
  rm -rf "$work"
}

# build_images OUT: the images that every node holds from the start.
build_images() {
  local out=$1 root name
  for name in pause coredns local-path-provisioner; do
    root=$(mktemp -d "$KOMPOX_CACHE/cluster/root.XXXXXX")
    install -D -m 0755 "$out/$name" "$root/$name"
    mkdir -p "$root/tmp"
    image_pack "$root" "kompox.test/$name:1" "$out/images/$name.tar.gz" "{\"Entrypoint\":[\"/$name\"]}"
    rm -rf "$root"
  done
  root=$(mktemp -d "$KOMPOX_CACHE/cluster/root.XXXXXX")
  install -D -m 0755 "$(command -v busybox)" "$root/bin/busybox"
  for name in $("$root/bin/busybox" --list | grep -vx busybox); do ln -s busybox "$root/bin/$name"; done
  mkdir -p "$root/tmp"
  image_pack "$root" kompox.test/busybox:1 "$out/images/busybox.tar.gz" \
    '{"Env":["PATH=/bin"],"Cmd":["/bin/sh"]}'
  rm -rf "$root"
}

# require_go: a Go toolchain that can fetch the one that the modules ask for.
require_go() {
  command -v go >/dev/null || apt_install "building Kubernetes" golang-go
  version_at_least 1.21 "$(go env GOVERSION | sed 's/^go//')" ||
    fail "Go $(go env GOVERSION) is too old to fetch a newer toolchain by itself" "Install Go 1.21 or newer."
}
