# shellcheck shell=bash
# A Docker Engine that answers and a Compose plugin that is new enough. Needs common.sh and debian.sh.

COMPOSE_WANTED=2.20

# require_docker: makes `docker` and `docker compose` work, installing and starting what is missing.
require_docker() {
  command -v docker >/dev/null || docker_install
  docker_answers || docker_start
  compose_works || compose_install
}

docker_answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

# docker_usable: whether tests may use an engine, without installing or starting anything.
docker_usable() { command -v docker >/dev/null && docker_answers && compose_works; }

docker_install() {
  local packages=(docker.io iptables)
  # Newer releases have the command-line client in a package of its own.
  [ -z "$(package_candidate docker-cli)" ] || packages+=(docker-cli)
  apt_install "the Docker Engine" "${packages[@]}"
}

docker_start() {
  if [ -n "${DOCKER_HOST:-}" ] || [ "$(docker context show 2>/dev/null || echo default)" != default ]; then
    fail "the Docker Engine that your settings name does not answer (${DOCKER_HOST:-context $(docker context show)})" \
      "Start it, or use this machine's own: DOCKER_CONTEXT=default $0"
  fi
  if [ -S /var/run/docker.sock ] && [ ! -w /var/run/docker.sock ]; then
    fail "you may not use the Docker Engine of this machine" "sudo $0"
  fi
  command -v dockerd >/dev/null || [ -x /usr/sbin/dockerd ] || docker_install
  docker_answers || docker_start_daemon
  docker_answers || fail "the Docker Engine is running but you may not use it" "sudo $0"
}

# By the init system where one runs; by hand otherwise (containers, minimal machines).
docker_start_daemon() {
  local log=$KOMPOX_CACHE/engine/dockerd.log pid=$KOMPOX_CACHE/engine/dockerd.pid
  if [ -d /run/systemd/system ]; then
    say "starting the Docker Engine (systemctl start docker)"
    as_root systemctl start docker
  else
    say "starting the Docker Engine by hand, as no init system runs (log: $log)"
    mkdir -p "$KOMPOX_CACHE/engine"
    # dockerd starts containerd itself unless there is a socket of one; a killed one leaves it behind.
    grep -qsx containerd /proc/[0-9]*/comm || as_root rm -f /run/containerd/containerd.sock
    # shellcheck disable=SC2016 # expanded by the inner shell
    as_root sh -c 'PATH=$PATH:/usr/sbin:/sbin setsid nohup dockerd >"$1" 2>&1 </dev/null & echo $! >"$2"' sh "$log" "$pid"
  fi
  wait_until 60 as_root docker version || fail "the Docker Engine did not start within 60 s" "Read why: tail $log"
}

compose_works() {
  local version
  version=$(docker compose version --short 2>/dev/null) || return 1
  version_at_least "$COMPOSE_WANTED" "${version#v}"
}

# The machine's own package if it is version 2 and new enough; else the one file of a newer Debian
# release, which needs nothing but the C library.
compose_install() {
  local candidate suite unpacked
  candidate=$(package_candidate docker-compose)
  if [ -n "$candidate" ] && version_at_least "$COMPOSE_WANTED" "$candidate"; then
    apt_install "docker compose $COMPOSE_WANTED or newer" docker-compose
    compose_works && return
  fi
  say "this Debian release has docker-compose ${candidate:-in no version}: installing the plugin alone from a newer one, into /usr/local/lib/docker/cli-plugins"
  # The newer of the two first; a mirror that lags behind may refuse it.
  for suite in forky trixie; do
    unpacked=$(mktemp -d "$KOMPOX_CACHE/compose.XXXXXX")
    if suite_unpack "$suite" "$unpacked" docker-compose &&
      as_root install -D -m 0755 "$unpacked/usr/libexec/docker/cli-plugins/docker-compose" \
        /usr/local/lib/docker/cli-plugins/docker-compose && compose_works; then
      rm -rf "$unpacked"
      return
    fi
    rm -rf "$unpacked"
  done
  fail "docker compose $COMPOSE_WANTED or newer could not be installed" \
    "Install the Compose plugin by its own instructions, then run this again."
}

# image_load NAME:TAG FILE: gives the engine the image in that archive unless it has it already.
# Compares the label that all images made here carry; the image it replaces goes, unless in use.
image_load() {
  local name=$1 file=$2 wanted before
  wanted=$(tar -xzOf "$file" ./config.json | grep -o '"kompox.dev/content":"[^"]*"' | cut -d'"' -f4)
  before=$(docker image inspect -f '{{index .Config.Labels "kompox.dev/content"}} {{.Id}}' "$name" 2>/dev/null || true)
  [ "${before%% *}" != "$wanted" ] || return 0
  docker load -q -i "$file" >/dev/null
  [ -z "$before" ] || docker image rm "${before##* }" >/dev/null 2>&1 || true
}

# engine_remove PROJECT: removes every container, network and volume of the Compose projects whose
# name matches the regular expression: what Compose made, and what Kompox made for them (disks,
# snapshots, records), which carry the project's name in a label kompox.dev/… or in their own name.
engine_remove() {
  # shellcheck disable=SC2016 # placeholders of docker, not of the shell
  local labels='{{range $key, $value := .Labels}} {{$key}}={{$value}}{{end}}' containers='{{range $key, $value := .Config.Labels}} {{$key}}={{$value}}{{end}}'
  engine_matching "$1" "{{.Id}} {{.Name}}$containers" docker container ls -aq | xargs -r docker container rm -fv >/dev/null
  engine_matching "$1" "{{.Id}} {{.Name}}$labels" docker network ls -q | xargs -r docker network rm >/dev/null
  engine_matching "$1" "{{.Name}} {{.Name}}$labels" docker volume ls -q | xargs -r docker volume rm >/dev/null
}

# engine_matching PROJECT FORMAT LIST-COMMAND…: the first word of every described object that matches.
engine_matching() {
  local project=$1 format=$2 found
  shift 2
  mapfile -t found < <("$@")
  [ ${#found[@]} -gt 0 ] || return 0
  docker "$2" inspect -f "$format" "${found[@]}" 2>/dev/null |
    grep -E "^[^ ]+ /?($project)([_-]|$| )|( com\.docker\.compose\.project| kompox\.dev/[a-z-]+)=([^ ]*/)?($project)( |$)" | cut -d' ' -f1 || true
}
