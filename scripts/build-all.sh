#!/usr/bin/env bash
# Builds the program for every platform into dist/, with checksums and a bill of
# materials, and checks that each binary is small enough and that building it
# again gives the same bytes. Usage: scripts/build-all.sh [GOOS/GOARCH…]
set -euo pipefail
cd "$(dirname "$0")/.."

platforms=("$@")
[ $# -gt 0 ] || platforms=(linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64)
most=60000000 # bytes
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
mkdir -p dist

# build PLATFORM FILE SOURCE: the same source anywhere gives the same bytes.
build() {
  (cd "$3" && CGO_ENABLED=0 GOOS=${1%/*} GOARCH=${1#*/} GOFLAGS=-mod=readonly \
    go build -trimpath -buildvcs=false -ldflags='-s -w -buildid=' -o "$2" ./cmd/griot)
}

# A second copy of the source elsewhere, built with an empty cache, so that
# neither a path of this machine nor an earlier build reaches the binary unseen.
git ls-files -z --cached --others --exclude-standard | xargs -0 -I{} sh -c '[ ! -e "$1" ] || cp --parents "$1" "$2"' _ {} "$again"

for p in "${platforms[@]}"; do
  name=griot-${p%/*}-${p#*/}
  [ "${p%/*}" != windows ] || name=$name.exe
  build "$p" "$PWD/dist/$name" .
  GOCACHE=$again/.cache build "$p" "$again/$name" "$again"
  size=$(stat -c %s "dist/$name")
  cmp -s "dist/$name" "$again/$name" || { echo "$name: two builds differ" >&2; exit 1; }
  [ "$size" -le "$most" ] || { echo "$name: $size bytes, at most $most" >&2; exit 1; }
  printf '%-26s %5d.%d MB, reproducible\n' "$name" $((size / 1000000)) $((size / 100000 % 10))
done

# The bill of materials: Go itself and every module in the binary with its version
# and hash, in CycloneDX, from what the linker wrote into it. A module that go.mod
# replaces by a folder of ours is not in the binary and not in the bill.
first=griot-${platforms[0]%/*}-${platforms[0]#*/}
[ -e "dist/$first" ] || first=$first.exe
go version -m "dist/$first" | awk -F'\t' '
  function component(name, version, purl, sum) {
    printf "%s{\"type\":\"library\",\"name\":\"%s\",\"version\":\"%s\",\"purl\":\"pkg:golang/%s@%s\"", sep, name, version, purl, version
    if (sum != "") printf ",\"properties\":[{\"name\":\"go:sum\",\"value\":\"%s\"}]", sum
    printf "}"
    sep = ","
  }
  function flush() { if (name != "") component(name, version, name, sum); name = "" }
  BEGIN { printf "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"version\":1,\"metadata\":{\"component\":{\"type\":\"application\",\"name\":\"griot\"}},\"components\":[" }
  NR == 1 { sub(/.*: go/, ""); component("Go", $0, "stdlib", "") }
  $2 == "dep" { flush(); name = $3; version = $4; sum = $5 }
  $2 == "=>" { name = "" }
  END { flush(); print "]}" }' > dist/griot.cdx.json
(cd dist && sha256sum griot-* griot.cdx.json > SHA256SUMS)
echo "dist/griot.cdx.json: $(grep -o '"purl"' dist/griot.cdx.json | wc -l) modules"
