#!/usr/bin/env bash
# Installs what a Neo4j for tests needs: a JDK of version 17 or newer, and Maven.
# It can do so as root on Debian; elsewhere it says what to install.
set -euo pipefail

case "${DATELINE_TEST_NEO4J:-start}" in
start) ;;
*) exit 0 ;; # the URL of a server that runs already
esac

needed=()
version=$("${JAVA_HOME:+$JAVA_HOME/bin/}javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p') || true
[ "${version:-0}" -ge 17 ] || needed+=(default-jdk-headless)
command -v mvn >/dev/null || needed+=(maven)
[ ${#needed[@]} -gt 0 ] || exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
	echo "The tests on Neo4j need a JDK (17 or newer) and Maven; on Debian: apt-get install ${needed[*]}" >&2
	echo "Or set DATELINE_TEST_NEO4J to the URL of a Neo4j 5 that tests may erase. \`go test ./...\` needs neither." >&2
	exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${needed[@]}"
