#!/usr/bin/env bash
# Builds a release into dist/: binaries, manual page, completions, the pages of docs/, an
# SBOM and checksums. It publishes nothing.
# Usage: release/build.sh [VERSION]   (default: what git describe says)
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:-$(git describe --tags --always --dirty)}
platforms=${PLATFORMS:-linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64}
cyclonedx=github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0

rm -rf dist && mkdir -p dist
for platform in $platforms; do
  os=${platform%/*} arch=${platform#*/} suffix=
  [ "$os" = windows ] && suffix=.exe
  echo "dateline $version for $os/$arch"
  CGO_ENABLED=0 GOOS=$os GOARCH=$arch go build -trimpath -buildvcs=true -ldflags "-s -w -X main.release=$version" -o "dist/dateline-$os-$arch$suffix" .
done

own=dist/dateline-$(go env GOOS)-$(go env GOARCH)
[ -x "$own" ] || { own=$(mktemp) && go build -o "$own" -ldflags "-X main.release=$version" .; }
"$own" man > dist/dateline.1
for shell in bash zsh fish; do "$own" completion $shell > "dist/dateline.$shell"; done
go run ./release/site dist/site
# Two builds of one commit are the same bytes: no times, no owners, no random serial number.
tar -C dist --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$(git log -1 --format=%ct)" -cf - site | gzip -n > dist/dateline-docs.tar.gz
rm -r dist/site
go run "$cyclonedx" mod -std -licenses -noserial -notimestamp -json -output dist/dateline.cdx.json .
cp LICENSE THIRD_PARTY_NOTICES.md dist/
(cd dist && sha256sum -- * > SHA256SUMS)
cat dist/SHA256SUMS
