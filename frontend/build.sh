#!/bin/sh
# What Maven calls: "build.sh bundle" makes target/classes/static, "build.sh check" lints, type-checks and tests,
# "build.sh sbom" lists the libraries in target/frontend.cdx.json. The first two do nothing when what it would read is as it was when it last succeeded.
set -eu
cd "$(dirname "$0")"
mkdir -p target

fail() {
  echo "frontend: $1" >&2
  exit 1
}

need_node() {
  command -v node >/dev/null || fail "Node.js is not on the PATH: install Node 20.19 or newer (https://nodejs.org)"
  command -v npm >/dev/null || fail "npm is not on the PATH: it comes with Node.js, on Debian as the package npm"
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
    fail "Node.js $(node --version) is too old: install 20.19 or newer (https://nodejs.org)"
}

# One line that changes with any file that is read.
inputs() {
  # shellcheck disable=SC2086 # several
  { find . $held -type f \
      -not -path './node_modules/*' -not -path './target/*' -not -name '*.md' | LC_ALL=C sort | while read -r file; do
    cksum "$file"
  done; node --version; } | cksum
}

install() {
  wanted=$(cksum < package-lock.json)
  [ "$(cat node_modules/.perfwatch-lock 2>/dev/null || true)" = "$wanted" ] && return
  npm ci --no-progress --loglevel=error
  echo "$wanted" > node_modules/.perfwatch-lock
}

# once NAME COMMAND…: unless it succeeded on the same inputs before
once() {
  stamp=target/$1.inputs
  shift
  [ "$(cat "$stamp" 2>/dev/null || true)" = "$(inputs)" ] && return
  install
  "$@"
  inputs > "$stamp"
}

bundle() {
  npm run --silent build -- --logLevel warn && node scripts/bundle-size.mjs
}

# All of them at once, for each keeps one core busy for most of its time; all are waited for, so that one run names every mistake.
check() {
  running=
  for script in lint typecheck test types:check; do
    npm run --silent "$script" &
    running="$running $!"
  done
  failed=0
  for each in $running; do wait "$each" || failed=1; done
  return $failed
}

need_node
# What the types are held against.
held=
[ "${1:-}" != check ] || held="../libs/metric-model/src/main/resources ../docs/openapi.json ../services/gateway/src/main/resources/asyncapi.json"
case "${1:-}" in
  bundle | check) once "$1" "$1" ;;
  sbom) install && npm sbom --sbom-format=cyclonedx --omit=dev > target/frontend.cdx.json ;;
  *) fail "usage: build.sh bundle|check|sbom" ;;
esac
