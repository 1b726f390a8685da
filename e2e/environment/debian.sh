# shellcheck shell=bash
# Debian packages: installing those of this machine's own release, and fetching single packages of
# another release without touching the machine's apt configuration. Needs common.sh.

# apt_install WHY PACKAGE…: says what it will install and why, then does it.
apt_install() {
  local why=$1
  shift
  say "installing from Debian: $* ($why)"
  command -v apt-get >/dev/null || fail "this machine has no apt-get; only Debian is set up automatically" \
    "Install $* yourself, then run this again."
  [ -n "$(debian_mirror)" ] || as_root apt-get update -qq
  # The lists may be older than the mirror: a second time with fresh ones.
  apt_install_once "$@" || { as_root apt-get update -qq && apt_install_once "$@"; } ||
    fail "apt-get could not install $*" "Read why: tail $KOMPOX_CACHE/apt.log"
}

apt_install_once() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >"$KOMPOX_CACHE/apt.log" 2>&1
}

# package_candidate PACKAGE: the version that this machine's own release offers; empty when none.
package_candidate() {
  [ -n "$(debian_mirror)" ] || as_root apt-get update -qq >&2
  apt-cache policy "$1" | awk '$1 == "Candidate:" && $2 != "(none)" { print $2 }'
}

# debian_mirror: the address of the Debian archive that this machine already uses; empty before the
# first `apt-get update`.
debian_mirror() {
  # shellcheck disable=SC2016 # apt's own placeholders
  apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk -F'|' '$1 == "Debian" && $2 == "Debian" { print $3; exit }'
}

# debian_keyring: the file with the archive's public keys.
debian_keyring() {
  local file
  for file in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
    [ ! -r "$file" ] || { printf '%s' "$file"; return; }
  done
  fail "the keys of the Debian archive are missing" "apt-get install debian-archive-keyring"
}

# suite_open SUITE: prepares lists of another Debian release under the cache folder and prints the
# path of the apt configuration that uses them. Everything is verified with the archive's keys. The
# package status is empty, so that dependencies are resolved as for an empty machine.
suite_open() {
  local suite=$1 dir=$KOMPOX_CACHE/apt/$1 mirror
  mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial"
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || { as_root apt-get update -qq >&2; mirror=$(debian_mirror); }
  [ -n "$mirror" ] || fail "apt knows no Debian archive on this machine" \
    "Add one to /etc/apt/sources.list, then run this again."
  : >"$dir/status"
  printf 'deb [signed-by=%s] %s %s main\n' "$(debian_keyring)" "$mirror" "$suite" >"$dir/sources.list"
  cat >"$dir/apt.conf" <<CONF
Dir::State::lists "$dir/lists";
Dir::State::status "$dir/status";
Dir::Cache "$dir/cache";
Dir::Etc::sourcelist "$dir/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Acquire::Languages "none";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
CONF
  if [ -z "$(find "$dir/updated" -mmin -720 2>/dev/null)" ]; then
    APT_CONFIG=$dir/apt.conf apt-get update -qq >"$dir/update.log" 2>&1 || return 1
    touch "$dir/updated"
  fi
  printf '%s' "$dir/apt.conf"
}

# suite_version SUITE PACKAGE: the version that the suite offers; empty when it has none.
suite_version() {
  local conf
  conf=$(suite_open "$1") || return 0
  APT_CONFIG=$conf apt-cache policy "$2" | awk '$1 == "Candidate:" && $2 != "(none)" { print $2 }'
}

# suite_closure SUITE PACKAGE…: names of the packages and of all they depend on, sorted.
suite_closure() {
  local conf
  conf=$(suite_open "$1") || return 1
  APT_CONFIG=$conf apt-get install -s "${@:2}" | awk '$1 == "Inst" { print $2 }' | LC_ALL=C sort
}

# suite_unpack SUITE FOLDER PACKAGE…: downloads exactly these packages and unpacks them into the
# folder; nothing is installed and no maintainer script runs.
suite_unpack() {
  local suite=$1 into=$2 conf debs file
  shift 2
  conf=$(suite_open "$suite") || return 1
  debs=$(mktemp -d "$KOMPOX_CACHE/debs.XXXXXX")
  (cd "$debs" && APT_CONFIG=$conf apt-get download -qq "$@") || { rm -rf "$debs"; return 1; }
  mkdir -p "$into"
  for file in "$debs"/*.deb; do
    dpkg -x "$file" "$into"
  done
  rm -rf "$debs"
}
