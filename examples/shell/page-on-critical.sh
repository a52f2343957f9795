#!/bin/sh
# Pages somebody when an incident is critical, and says when it is over. Needs no more than ./driftline.
#
#   examples/shell/page-on-critical.sh HOST:PORT [further options of driftline alerts]
#
# DRIFTLINE names the command if it is not the one of this repository.
set -eu

[ $# -gt 0 ] || { echo "usage: $0 HOST:PORT [options of driftline alerts]" >&2; exit 2; }
brokers=$1
shift
driftline=${DRIFTLINE:-$(dirname "$0")/../../driftline}

# Put here what calls your people, for example
#   curl -fsS -X POST -H 'Content-Type: application/json' --data "$record" "$WEBHOOK"
page() {
  printf 'PAGE  %s  %s  %s\n' "$id" "$agent" "$title"
}

all_clear() {
  printf 'OVER  %s  %s\n' "$id" "$agent"
}

# The text behind the first "KEY":" of a record. Driftline writes the fields of an incident in a
# fixed order, its own before those of its signals; and within a text a quotation mark is escaped,
# so that nothing in a text looks like a field. What is escaped stays so: safe to print.
text_of() {
  rest=${1#*"\"$2\":\""}
  [ "$rest" != "$1" ] || return 0
  printf '%s\n' "$rest" | sed 's/^\([^"\\]*\(\\.[^"\\]*\)*\)".*/\1/'
}

# Incidents somebody was paged for and that are not over, each between blanks.
paged=" "

"$driftline" alerts --json --severity high --bootstrap-servers "$brokers" "$@" |
  while IFS= read -r record; do
    id=$(text_of "$record" id)
    change=$(text_of "$record" change)
    severity=$(text_of "$record" severity)
    title=$(text_of "$record" title)
    agent=$(text_of "${record#*'"agent":{'}" id)
    case $change in
      opened | updated)
        # An incident may open as high and become critical later; one call is enough.
        case $severity$paged in
          "critical"*" $id "*) ;;
          "critical"*)
            paged="$paged$id "
            page
            ;;
        esac
        ;;
      closed)
        case $paged in
          *" $id "*)
            paged="${paged%%" $id "*} ${paged#*" $id "}"
            all_clear
            ;;
        esac
        ;;
    esac
  done
