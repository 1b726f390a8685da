# shellcheck shell=bash
# A JDK of version 25 or newer: found on this machine, installed from Debian, or unpacked privately.
# Needs common.sh and debian.sh.

JAVA_WANTED=25

# java_version FOLDER: the feature number of the JDK in that folder; empty when it is none.
java_version() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/jlink" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# java_find: prints the first folder with a JDK that is new enough.
java_find() {
  local home found
  for home in "${JAVA_HOME:-}" "$(java_on_path)" /usr/lib/jvm/* /opt/*jdk* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$KOMPOX_CACHE"/jdk/usr/lib/jvm/*; do
    [ -n "$home" ] || continue
    found=$(java_version "$home")
    if [ -n "$found" ] && [ "$found" -ge "$JAVA_WANTED" ]; then
      printf '%s' "$home"
      return
    fi
  done
  return 1
}

java_on_path() {
  local javac
  javac=$(command -v javac) || return 0
  dirname "$(dirname "$(readlink -f "$javac")")"
}

# require_java: exports JAVA_HOME and puts its bin first on the PATH; installs a JDK if there is none.
require_java() {
  local package=openjdk-$JAVA_WANTED-jdk-headless
  if ! JAVA_HOME=$(java_find); then
    if [ -n "$(package_candidate "$package")" ]; then
      apt_install "a JDK, to build Kompox" "$package"
    else
      java_unpack "$package"
    fi
    JAVA_HOME=$(java_find) || fail "no JDK $JAVA_WANTED or newer was found, and none could be installed" \
      "Install one and run again with: JAVA_HOME=/path/to/jdk $0"
  fi
  export JAVA_HOME PATH=$JAVA_HOME/bin:$PATH
}

# java_unpack PACKAGE: for a Debian release that has no such JDK. Takes it from the next release
# and keeps it, with the C library it was built for, under the cache folder: nothing of the machine
# is upgraded. `patchelf` makes its programs use that library.
java_unpack() {
  local package=$1 suite=trixie dir=$KOMPOX_CACHE/jdk
  say "this Debian release has no $package: unpacking that of Debian $suite under $dir (700 MiB)"
  apt_install "to let that JDK use its own C library" patchelf ca-certificates-java
  rm -rf "$dir" "$dir.new"
  suite_unpack "$suite" "$dir.new" "$package" "${package/-jdk/-jre}" \
    libc6 libgcc-s1 libstdc++6 zlib1g libjpeg62-turbo liblcms2-2 ||
    fail "the JDK of Debian $suite could not be unpacked" "Install a JDK $JAVA_WANTED, then run again with: JAVA_HOME=/path/to/jdk $0"
  java_own_configuration "$dir.new"
  mv "$dir.new" "$dir"
  java_use_private_libraries "$dir/usr/lib/jvm"
}

# java_own_configuration ROOT: Debian keeps a JDK's configuration in /etc and links to it; copies it
# back in place of the links.
java_own_configuration() {
  local root=$1 link target
  find "$root/usr/lib/jvm" -type l -lname '/etc/java*' | while read -r link; do
    target=$root$(readlink "$link")
    rm "$link"
    [ ! -e "$target" ] || cp -rL "$target" "$link"
  done
}

# java_use_private_libraries FOLDER: makes the programs of a JDK, or of a runtime that jlink made
# from it, use the C library unpacked beside the JDK. Does nothing when there is none.
java_use_private_libraries() {
  local folder=$1 root=$KOMPOX_CACHE/jdk loader libs file
  case $JAVA_HOME$folder in *"$root"/*) ;; *) return 0 ;; esac
  loader=$(find "$root/usr" -name 'ld-linux-*' -type f | head -n 1)
  libs=$(dirname "$(find "$root/usr/lib" -name libc.so.6 | head -n 1)")
  find "$folder" -type f \( -perm -u+x -o -name '*.so' \) | while read -r file; do
    patchelf --force-rpath --set-rpath "\$ORIGIN:\$ORIGIN/server:\$ORIGIN/../lib:$libs" "$file" 2>/dev/null || continue
    patchelf --set-interpreter "$loader" "$file" 2>/dev/null || true
  done
}

# require_maven: the system's own Maven.
require_maven() {
  command -v mvn >/dev/null || apt_install "to build Kompox" maven
}
