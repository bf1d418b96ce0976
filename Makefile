# Dateline. `make` lists what there is to make.

STORE  ?= sqlite:dateline.db
LISTEN ?= 127.0.0.1:8080
LINT   := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

.PHONY: help build run test faults race lint generate generate-check fuzz bench quality notices clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

build:  ## the binary: ./dateline
	go build -o dateline .

run: build  ## build, load samples/ into the embedded store, serve it
	./dateline load samples/ --store $(STORE)
	./dateline serve --store $(STORE) --listen $(LISTEN)

test:  ## all that is needed to trust the project; starts a real Neo4j (docs/operations.md)
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "not formatted:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	go vet ./...
	$(MAKE) --no-print-directory generate-check
	go test -timeout 30m -skip '^TestFaults$$' ./...
	go test -run '^TestFaults$$' .
	go test -race ./loader ./loader/merge ./resolvers
	go test -race -run 'Concurrent|Golden' ./loader/language
	go test -race -run 'TestStore/Updates' ./graph/sqlite

faults:  ## 200 faults, and eight loaders of 1,000 articles 20 times, on Neo4j; it takes an hour
	DATELINE_FAULTS=200 go test -run TestFaults -timeout 60m .
	DATELINE_ARTICLES=1000 DATELINE_ROUNDS=20 go test -run TestEightLoaders -timeout 120m .

race:  ## everything under the race detector; it takes a quarter of an hour
	go test -race -timeout 30m ./...

lint:  ## golangci-lint; it takes minutes to build the first time
	go run $(LINT) run ./...

generate:  ## make the generated code anew
	go generate ./...
	go run ./schema/generate

generate-check:  ## fail if the committed generated code is not what generation makes
	go run ./schema/generate
	@git diff --exit-code --stat -- schema/exec || { echo "schema/exec differs from what generation makes: commit it"; exit 1; }

fuzz:  ## fuzz each parser for a minute
	@for target in $$(grep -rlE '^func Fuzz' --include='*_test.go' . | xargs -n1 dirname | sort -u); do \
	  for name in $$(grep -rhoE '^func Fuzz[A-Za-z]+' $$target/*_test.go | sed 's/func //'); do \
	    echo "$$target $$name"; go test $$target -run '^$$' -fuzz "^$$name$$" -fuzztime 60s || exit 1; done; done

bench:  ## benchmarks, by hand; speed beside Python spaCy
	go test -run '^$$' -bench . -benchmem ./...
	bench/language.sh

quality:  ## score what is extracted from ../shared, where it is present
	bench/quality.sh

notices:  ## write THIRD_PARTY_NOTICES.md anew
	docs/notices.sh

clean:  ## remove what make made
	rm -f dateline dateline.db dateline.db-shm dateline.db-wal
