# Dateline. `make` lists the targets.

STORE  ?= sqlite:dateline.db
LISTEN ?= 127.0.0.1:8080
LINT   := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

# The tests on Neo4j start a server, or use the one whose URL this names (docs/operations.md).
test test-neo4j faults race bench: export DATELINE_TEST_NEO4J ?= start

# The tests of exports install the tools that open them, from PyPI and npm.
test race: export DATELINE_TEST_TOOLS ?= install

.PHONY: help build run web test-web test test-neo4j neo4j faults race lint generate generate-check fuzz bench quality release notices clean web-tools

help:  ## list the targets
	@grep -E '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /\1\t/' | expand -t 18

build:  ## build the binary ./dateline
	go build -o dateline .

run: build  ## build, load samples/ into the embedded store and serve it
	./dateline load samples/ --store $(STORE)
	./dateline serve --store $(STORE) --listen $(LISTEN)

test: neo4j generate-check test-web  ## run every check that CI runs, also on a real Neo4j
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "not formatted:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	go vet ./...
	go test -timeout 2h -skip '^TestFaults$$' ./...
	go test -timeout 2h -run '^TestFaults$$' .
	go test -race -timeout 2h ./loader ./loader/merge/... ./resolvers
	go test -race -timeout 2h -run 'Concurrent|PureFunction|Golden' ./loader/language
	go test -race -timeout 2h -run 'TestStore/Updates' ./graph/sqlite

test-neo4j: neo4j  ## run the tests that need a Neo4j, and no others
	go test -timeout 2h ./graph/neo4j/...
	go test -timeout 2h -run '^TestServersOnOneNeo4j$$' ./live
	go test -timeout 2h -run '^Test(Cypher|CommandLineNeo4j|DigestDoesNotDependOnOrder|EightLoaders|FiveArticles|KilledCopies)$$/neo4j' .
	go test -timeout 2h -run '^TestFaults$$' .

neo4j:  ## install a JDK and Maven if they are missing (as root on Debian)
	graph/neo4j/neo4jtest/install.sh

web: web-tools  ## build the page anew from web/src into web/dist
	cd web && npm ci --no-audit --no-fund && npm run build

web-tools:  # Node, and Chromium for the tests of the page
	web/tests/install.sh

test-web: web build  ## test the page in Chromium, and fail if building it changes what is committed
	@test -z "$$(git status --porcelain -- web/dist)" || { git status --short -- web/dist; echo "commit what make web builds"; exit 1; }
	cd web && npm run unit && npm run journeys

faults: neo4j  ## break Neo4j 200 times, and race eight loaders of 1,000 articles 20 times (an hour)
	DATELINE_FAULTS=200 go test -run TestFaults -timeout 2h .
	DATELINE_ARTICLES=1000 DATELINE_ROUNDS=20 go test -run TestEightLoaders -timeout 4h .

race: neo4j  ## run all tests under the race detector (a quarter of an hour)
	go test -race -timeout 2h ./...

lint:  ## run golangci-lint (its first build takes minutes)
	go run $(LINT) run ./...

generate:  ## write all generated code
	go generate ./...

generate-check: generate  ## fail if generated code differs from what is committed
	@test -z "$$(git status --porcelain -- schema/exec docs/reference.md)" && git diff --exit-code --stat -- $$(git grep -lE '^// Code generated .* DO NOT EDIT\.$$') || { echo "commit what make generate writes"; exit 1; }

fuzz:  ## fuzz each parser for a minute
	@for target in $$(grep -rlE '^func Fuzz' --include='*_test.go' . | xargs -n1 dirname | sort -u); do \
	  for name in $$(grep -rhoE '^func Fuzz[A-Za-z]+' $$target/*_test.go | sed 's/func //'); do \
	    echo "$$target $$name"; go test $$target -run '^$$' -fuzz "^$$name$$" -fuzztime 60s || exit 1; done; done

bench: neo4j  ## run the benchmarks, and compare speed with Python spaCy
	go test -run '^$$' -bench . -benchmem ./...
	bench/language.sh

quality:  ## score extraction against ../shared, if it is there
	bench/quality.sh

release:  ## build binaries for six platforms, manual page, completions, docs, SBOM and checksums into dist/
	release/build.sh $(VERSION)

notices:  ## write THIRD_PARTY_NOTICES.md
	docs/notices.sh

clean:  ## remove the binary and the store that make made
	rm -f dateline dateline.db dateline.db-shm dateline.db-wal
