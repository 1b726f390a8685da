# Joins the parts of a tree manifest. All parts come in the order of the paths; records end with a NUL byte.

# Returns a text with every byte outside of "!" to "~", and the backslash, as backslash and three octal digits.
function escaped(text, out, i, c) {
  if (text !~ /[^!-~]|\\/) return text
  out = ""
  for (i = 1; i <= length(text); i++) {
    c = substr(text, i, 1)
    out = out ((c in octal) ? octal[c] : c)
  }
  return out
}

function broken(what) {
  print "tree-manifest: " what > "/dev/stderr"
  failed = 1
  exit 1
}

function hash_of(path, line) {
  if ((getline line < hash_file) <= 0) broken("a file could not be read")
  if (substr(line, 67) != path) broken("the tree changed while it was read")
  return substr(line, 1, 64)
}

function device_of(path, line, at) {
  if ((getline line < device_file) <= 0) broken("a device could not be read")
  at = index(line, " ")
  if (substr(line, at + 1) != path) broken("the tree changed while it was read")
  return substr(line, 1, at - 1)
}

# Reads the next block of getfattr ("# file: PATH", lines "NAME=0xHEX", an empty line) into next_path and next_list.
function read_attributes(line, list, n, i, j, swap) {
  RS = "\n"
  next_path = ""
  next_list = ""
  n = 0
  while ((getline line < attribute_file) > 0) {
    if (line == "") {
      if (n > 0) break
      next_path = ""
      continue
    }
    if (line ~ /^# file: /) { next_path = substr(line, 9); continue }
    list[++n] = line
  }
  RS = "\0"
  for (i = 2; i <= n; i++) {
    for (j = i; j > 1 && list[j] < list[j - 1]; j--) { swap = list[j]; list[j] = list[j - 1]; list[j - 1] = swap }
  }
  for (i = 1; i <= n; i++) {
    sub(/=0x/, "=", list[i])
    next_list = next_list (i > 1 ? "," : "") escaped(list[i])
  }
  if (n == 0) next_path = ""
}

# getfattr writes a backslash and the ends of lines in a path as octal.
function as_getfattr(path) {
  if (path !~ /[\\\n\r]/) return path
  gsub(/\\/, "\\134", path)
  gsub(/\n/, "\\012", path)
  gsub(/\r/, "\\015", path)
  return path
}

BEGIN {
  for (i = 1; i < 256; i++) {
    if (i < 33 || i > 126 || i == 92) octal[sprintf("%c", i)] = sprintf("\\%03o", i)
  }
  hash_file = work "/hashes"
  device_file = work "/devices"
  attribute_file = work "/attributes"
  RS = "\0"
  print "kompox-tree-manifest 1" (hashed == "yes" ? " hashed" : "")
  read_attributes()
}

NR % 3 == 1 { split($0, fact, "\t"); next }
NR % 3 == 2 { target = $0; next }

{
  path = $0
  type = fact[1]
  name = path == "." ? "." : substr(path, 3)
  name = escaped(name)
  hash = type == "f" && hashed == "yes" ? hash_of(path) : "-"
  if (type == "b" || type == "c") target = device_of(path)
  link = "-"
  if (type != "d" && fact[8] > 1) {
    if (fact[7] in first) link = first[fact[7]]
    else first[fact[7]] = name
  }
  attributes = "-"
  if (next_path != "" && next_path == as_getfattr(path)) {
    attributes = next_list
    read_attributes()
  }
  time = fact[6]
  sub(/0$/, "", time)
  printf "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", type, fact[2], fact[3], fact[4], \
    (type == "f" ? fact[5] : "-"), time, link, hash, attributes, (target == "" ? "-" : escaped(target)), name
  count++
}

END {
  if (failed) exit 1
  # opened even where no entry needed it: whoever writes to a pipe waits for a reader
  more = (getline line < hash_file) > 0
  more += (getline line < device_file) > 0
  if (more || next_path != "") { print "tree-manifest: the tree changed while it was read" > "/dev/stderr"; exit 1 }
  print "end " count + 0
}
