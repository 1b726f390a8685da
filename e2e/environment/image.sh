# shellcheck shell=bash
# Container images from Debian packages, without a registry, a build engine or a running daemon:
# a root folder becomes an archive for `docker load`. The same folder gives the same bytes.
# Archive layout: https://github.com/moby/docker-image-spec/blob/main/spec.md ("Combined Image JSON
# + Filesystem Changeset Format"). Needs common.sh and debian.sh.

IMAGE_EPOCH=2026-01-01T00:00:00Z

# image_root FOLDER: the links of a Debian root whose packages unpack into /usr, and the few files
# without which programs misbehave.
image_root() {
  local root=$1 name
  mkdir -p "$root"/{etc,proc,sys,dev,run,root,tmp,var/tmp} "$root"/usr/{bin,sbin,lib,lib64}
  for name in bin sbin lib lib64; do
    [ -e "$root/$name" ] || ln -s "usr/$name" "$root/$name"
  done
  chmod 1777 "$root/tmp" "$root/var/tmp"
  printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n' >"$root/etc/passwd"
  printf 'root:x:0:\nnogroup:x:65534:\n' >"$root/etc/group"
  printf 'passwd: files\ngroup: files\nhosts: files dns\n' >"$root/etc/nsswitch.conf"
}

# image_strip FOLDER: removes what no program reads at run time.
image_strip() {
  local root=$1
  rm -rf "$root"/usr/share/{doc,man,info,locale,lintian,bug,bash-completion,zsh,pixmaps,menu,doc-base} \
    "$root"/usr/lib/{systemd,udev,tmpfiles.d,sysusers.d,pkgconfig} "$root"/usr/include \
    "$root"/usr/share/gdb "$root"/etc/{init.d,cron.d,cron.daily,default,systemd,pam.d,apparmor.d} "$root"/var/lib/dpkg
  # base-files unpacks a folder that an installed system replaces by this link.
  rm -rf "${root:?}/var/run"
  ln -s ../run "$root/var/run"
  find "$root" \( -name '*.a' -o -name '*.pyc' \) -delete
}

# image_keep_needed_libraries FOLDER [PLUGIN-FOLDER…]: removes every shared library in /usr/lib that
# no program, and no plug-in in the folders named, loads.
image_keep_needed_libraries() {
  local root=$1 keep lib
  keep=$(mktemp "$KOMPOX_CACHE/keep.XXXXXX")
  image_needed_libraries "$@" >"$keep"
  find "$root"/usr/lib/*-linux-gnu* -maxdepth 1 -name '*.so*' | while read -r lib; do
    # libnss_* is opened by name at run time, so no program lists it.
    case $(basename "$lib") in ld-linux* | libc.so* | libnss_*) continue ;; esac
    grep -qxF "$(basename "$lib")" "$keep" || rm -f "$lib"
  done
  rm "$keep"
}

# image_check_libraries FOLDER [PROGRAM-FOLDER…]: fails if a program lacks a library.
image_check_libraries() {
  local missing
  missing=$(image_libraries "$@" | awk '/not found/ { print $1 }' | LC_ALL=C sort -u | tr '\n' ' ')
  [ -z "$missing" ] || fail "the image lacks shared libraries: $missing" "Add their packages to the build script of the image."
}

# What the programs and plug-ins load, as the dynamic loader lists it. The root's own loader is
# asked, so that this machine's libraries do not matter.
image_libraries() {
  local root=$1 libs loader file
  libs=$(dirname "$(find "$root"/usr/lib -name libc.so.6 | head -n 1)")
  loader=$(find "$libs" -name 'ld-linux-*' | head -n 1)
  find "$root"/usr/bin "$root"/usr/sbin "${@:2}" -type f \( -perm -u+x -o -name '*.so' \) | while read -r file; do
    [ "$(head -c 4 "$file" | tr -d '\177')" = ELF ] || continue
    # on a static program it dies, which the shell would tell
    { "$loader" --library-path "$libs" --list "$file" 2>&1 || true; } 2>/dev/null
  done
}

# Names of those libraries, and of the files that the names link to.
image_needed_libraries() {
  local root=$1 file
  image_libraries "$@" | awk -v root="$root" '$2 == "=>" && index($3, root) == 1 { print $3 }' | LC_ALL=C sort -u |
    while read -r file; do
      basename "$file"
      basename "$(readlink -f "$file")"
    done
}

# image_content WORD PATH…: a short hash of everything that an image is made from: the word (its
# version), the files below the paths (relative to the repository) and the shared scripts.
image_content() {
  (
    cd "$KOMPOX_ROOT" || exit 1
    printf '%s %s\n' "$1" "$(dpkg --print-architecture)"
    find "${@:2}" e2e/environment/{debian,image}.sh -type f | LC_ALL=C sort | xargs sha256sum
  ) | sha256sum | cut -c1-16
}

# image_archive NAME HASH: where the archive of an image lies in the cache. Forgets those made from
# earlier content.
image_archive() {
  local file
  file=$KOMPOX_CACHE/images/$1-$2-$(dpkg --print-architecture).tar.gz
  [ -s "$file" ] || rm -f "$KOMPOX_CACHE/images/$1"-*
  printf '%s' "$file"
}

# image_pack FOLDER NAME:TAG FILE.tar.gz CONFIG-JSON: writes the archive. CONFIG-JSON is the image's
# "config" object (Env, Entrypoint, Labels, …).
image_pack() {
  local root=$1 name=$2 out=$3 config=$4 work layer
  work=$(mktemp -d "$KOMPOX_CACHE/pack.XXXXXX")
  mkdir -p "$work/image" "$(dirname "$out")"
  image_tar "$root" >"$work/image/layer.tar"
  layer=$(sha256sum <"$work/image/layer.tar" | cut -d' ' -f1)
  printf '{"architecture":"%s","os":"linux","created":"%s","config":%s,"rootfs":{"type":"layers","diff_ids":["sha256:%s"]},"history":[{"created":"%s","created_by":"Debian packages"}]}' \
    "$(dpkg --print-architecture)" "$IMAGE_EPOCH" "$config" "$layer" "$IMAGE_EPOCH" >"$work/image/config.json"
  printf '[{"Config":"config.json","RepoTags":["%s"],"Layers":["layer.tar"]}]' "$name" >"$work/image/manifest.json"
  image_tar "$work/image" | gzip -n -9 >"$work/out"
  mv "$work/out" "$out"
  rm -rf "$work"
}

# image_tar FOLDER: a tar stream whose bytes depend on nothing but the content.
image_tar() {
  tar -C "$1" --sort=name --mtime="$IMAGE_EPOCH" --owner=0 --group=0 --numeric-owner \
    --format=posix --pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime -cf - .
}
