#!/usr/bin/env bash
# Writes every kind of report into a folder, as Markdown, JSON, PPTX and PDF: of the sample, as it is today and since four weeks ago, and of the government's
# portfolio of 2022 since that of 2021, where that is beside the project.
#
#   report-samples.sh DIR
set -euo pipefail
cd "$(dirname "$0")/../.."

out=$1
program=build/bin/portfolio-ai
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
rm -rf "$out"
mkdir -p "$out"

# reports PREFIX PROGRAM FLAG... writes all kinds; the sheet is that of the program.
reports() {
  local prefix=$1 of=$2 kind sheet
  shift 2
  for kind in executive steering risks milestones changes program; do
    sheet=()
    [[ $kind != program ]] || sheet=(--program "$of")
    "$program" --data-dir "$data/$prefix" report "$kind" "${sheet[@]}" "$@" --out "$out/$prefix-$kind.md"
    "$program" --data-dir "$data/$prefix" report "$kind" "${sheet[@]}" "$@" --json --out "$out/$prefix-$kind.json"
  done
}

"$program" --data-dir "$data/sample" sample
reports sample "Remote Diagnostics" --since "$(date -d '4 weeks ago' +%F)"

government=../shared/data
if [[ -f $government/gmpp-2022.csv ]]; then
  for year in 2021 2022; do
    "$program" --data-dir "$data/gmpp-2022" import --as-of "$year-03-31" "$government/gmpp-$year.csv" >"$data/import.log"
  done
  reports gmpp-2022 "HS2 Phase 1" --as-of 2022-03-31 --since 2021-04-01
else
  echo "no reports of a real portfolio: $government/gmpp-2022.csv is not there"
fi
to=$(realpath "$out")
(cd frontend && node_modules/.bin/jiti samples/draw-samples.ts "$to")
ls "$out"
