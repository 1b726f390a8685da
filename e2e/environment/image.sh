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
  find "$root" \( -name '*.a' -o -name '*.pyc' \) -delete
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
