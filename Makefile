# Everything a newcomer needs: `make run`, `make test`. Each first sees to it that libyaml is there.
# ACALL_DEPS=local unpacks it below .deps/ in place of installing it; ACALL_BUILD names another build directory.

BUILD := $(or $(ACALL_BUILD),.build)
export ACALL_BUILD := $(BUILD)
export PREFIX DESTDIR LIBDIR INCLUDEDIR MANDIR
SWIFT_FILES := $(wildcard Package.swift Sources Tests Plugins $(addprefix Examples/,Package.swift Sources Tests))

.DEFAULT_GOAL := help
.PHONY: help build run test examples bench stress sanitize docs install uninstall format lint clean

help:  ## show this
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

build:  ## build the acall-run tool, a static executable
	@Scripts/build release acall-run
	@printf 'built %s\n' "$(BUILD)/release/acall-run"

run: build  ## run an example program and show its report
	$(BUILD)/release/acall-run programs/head.acall file=/etc/passwd

test:  ## build and run all tests (FILTER=name for some)
	@Scripts/test $(if $(FILTER),"$(FILTER)")

examples:  ## build the example app and run its tests
	@Scripts/examples test

bench: build  ## measure against C, and an app against NIOFileSystem: tables, and JSON in the build directory
	@Scripts/build release acall-bench
	@if command -v fio >/dev/null; then Scripts/install build; fi
	@$(BUILD)/release/acall-bench --json $(BUILD)/bench.json
	@Scripts/examples bench --json $(BUILD)/bench-examples.json

stress:  ## race calls against their cancellation, 1,000,000 times each
	@Scripts/build release engine-cancel
	@for kind in write open close; do $(BUILD)/release/engine-cancel race-$$kind 1000000 $(or $(SEED),7) || exit 1; done

sanitize:  ## run the engine's tests under the thread and the address sanitizer
	@Scripts/sanitize

docs:  ## build the documentation of the library
	@Scripts/docs

install:  ## install the C libraries, their header and man pages (PREFIX=/usr/local)
	@Scripts/install install

uninstall:  ## remove them
	@Scripts/install uninstall

format:  ## format the Swift sources
	swift format --in-place -r $(SWIFT_FILES)

lint:  ## check their format
	swift format lint --strict -r $(SWIFT_FILES)

clean:  ## remove what was built and unpacked
	rm -rf $(BUILD) $(BUILD)-examples .deps
