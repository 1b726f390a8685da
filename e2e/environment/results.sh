# shellcheck shell=bash
# Test results: read from reports, counted by ring, told to people. Needs common.sh.
# A result is one line of tab-separated fields: ring, passed|failed|skipped, test, reason.

# results_forget: removes the reports of earlier runs, so that none is counted again.
results_forget() {
  find "$KOMPOX_ROOT" -path '*/target/surefire-reports' -type d -prune -exec rm -rf {} +
}

# results_read: prints the results in all Surefire reports. The ring follows from the class name and
# the module: …Contract… and …Oracle… anywhere, the driver of clusters and …ClusterTest, the module e2e, everything else.
results_read() {
  find "$KOMPOX_ROOT" -path '*/target/surefire-reports/TEST-*.xml' | LC_ALL=C sort | while read -r report; do
    awk -v module="${report#"$KOMPOX_ROOT"/}" '
      function attribute(line, name) {
        if (!match(line, " " name "=\"[^\"]*\"")) return ""
        line = substr(line, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
        gsub(/&#10;|&#9;|\t/, " ", line); gsub(/&quot;/, "\"", line); gsub(/&apos;/, "\047", line)
        gsub(/&lt;/, "<", line); gsub(/&gt;/, ">", line); gsub(/&amp;/, "\\&", line)
        return line
      }
      function emit() {
        ring = (module ~ /^drivers\/csi\// && class ~ /Contract/) || class ~ /ClusterTest$/ ? "cluster" : class ~ /Contract/ ? "contract" : class ~ /Oracle/ ? "oracle" : module ~ /^e2e\// ? "e2e" : "unit"
        short = class; sub(/^.*\./, "", short)
        printf "%s\t%s\t%s.%s\t%s\n", ring, state, short, test, substr(reason, 1, 200)
        open = 0
      }
      /^ *<testcase / {
        test = attribute($0, "name"); class = attribute($0, "classname"); state = "passed"; reason = ""; open = 1
        if ($0 ~ /\/> *$/) emit()
        next
      }
      open && state == "passed" && /^ *<(failure|error|skipped)/ {
        state = /<skipped/ ? "skipped" : "failed"; reason = attribute($0, "message")
        if (reason == "") reason = attribute($0, "type")
      }
      open && /<\/testcase>/ { emit() }' "$report"
  done
}

# results_read_checks RING PREFIX: turns the lines `ok NAME` and `not ok NAME` of a script into results.
results_read_checks() {
  awk -v ring="$1" -v OFS='\t' '
    /^ok / { sub(/^ok +/, ""); print ring, "passed", $0, "" }
    /^FAIL / { sub(/^FAIL +/, ""); print ring, "failed", $0, "see above" }
    /^not ok / { print ring, "failed", substr($0, 8), "see above" }'
}

# results_count FILE RING STATE
results_count() {
  awk -F'\t' -v ring="$2" -v state="$3" '(ring == "" || $1 == ring) && $2 == state { n++ } END { print n + 0 }' "$1"
}

# results_tell FILE RING…: failures with their messages, skips by reason, one line a ring, and the
# plain last line. Succeeds if nothing failed.
results_tell() {
  local file=$1 ring
  shift
  awk -F'\t' '$2 == "failed" { print "failed   " $3; if ($4 != "") print "         " $4 }' "$file"
  awk -F'\t' '$2 == "skipped" { n[$1 "\t" $4]++ } END { for (key in n) { split(key, part, "\t")
    print "skipped  " n[key] " in " part[1] ": " (part[2] == "" ? "no reason given" : part[2]) } }' "$file" | LC_ALL=C sort
  for ring in "$@"; do
    printf '%-9s %s passed, %s failed, %s skipped\n' "$ring" \
      "$(results_count "$file" "$ring" passed)" "$(results_count "$file" "$ring" failed)" "$(results_count "$file" "$ring" skipped)"
  done
  printf '%s passed, %s failed, %s skipped\n' \
    "$(results_count "$file" '' passed)" "$(results_count "$file" '' failed)" "$(results_count "$file" '' skipped)"
  [ "$(results_count "$file" '' failed)" = 0 ]
}
