# The usual jobs. `make test` and `make demo` do everything on a fresh Debian 12; the others expect that the
# dependencies are installed.

JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 10
PREFIX ?= /usr/local
EXAMPLE = examples/harbour-spill/reports
STORY = examples/dam-closure/reports
CTEST = ctest --test-dir $(1) --output-on-failure --no-tests=error -j $(JOBS)

.PHONY: build dependencies demo test lint tidy sanitize fuzz coverage install clean help

build: ## Build everything into build/
	@cmake --preset release --log-level=WARNING
	@cmake --build --preset release -j $(JOBS)

dependencies: ## Install the Debian packages that the project needs
	@scripts/install-dependencies

demo: dependencies build ## Check an article of an invented story, look customers up in invented lists, join reports of one event
	build/bin/axray check $(EXAMPLE)/rewrite.txt \
	    --against $(EXAMPLE)/wire.txt $(EXAMPLE)/press-release.html $(EXAMPLE)/translated.txt
	@scripts/demo-screening build/bin/axray
	build/bin/axray story $(STORY)

# The sanitized build runs first, and last the tests of the release build, so that their summary stands at the end.
test: dependencies lint sanitized-tests build ## Lint, build and run all tests, with sanitizers and fuzz targets too
	@scripts/check-headers build
	@$(call CTEST,build)

.PHONY: sanitized-tests
sanitized-tests: # Unit tests and fuzz targets, both under clang's sanitizers, share one build
	@cmake --preset fuzz --log-level=WARNING
	@cmake --build --preset fuzz -j $(JOBS)
	@$(call CTEST,build-fuzz) -L 'unit|fuzz'
	@scripts/fuzz --seconds $(FUZZ_SECONDS)

lint: ## Check format, layers and style without building
	@scripts/format --check
	@scripts/check-layers
	@scripts/check-style

tidy: ## Run clang-tidy over the sources
	@cmake --preset release --log-level=WARNING
	@cmake --build --preset release --target axray_models -j $(JOBS)
	@scripts/tidy

sanitize: ## All tests with g++ under AddressSanitizer and UndefinedBehaviorSanitizer
	@cmake --preset sanitize --log-level=WARNING
	@cmake --build --preset sanitize -j $(JOBS)
	@$(call CTEST,build-sanitize)

fuzz: ## Run each fuzz target for FUZZ_SECONDS (10)
	@scripts/fuzz --seconds $(FUZZ_SECONDS)

coverage: ## Run the tests and print which lines they reach
	@scripts/install-dependencies --coverage
	@cmake --preset coverage --log-level=WARNING
	@cmake --build --preset coverage -j $(JOBS)
	@$(call CTEST,build-coverage)
	@gcovr --root . --filter src/ --filter include/ --exclude '.*_test\.cpp' --exclude '.*_bench\.cpp' build-coverage

install: build ## Install the command, the library and the models into PREFIX (/usr/local)
	@cmake --install build --prefix $(PREFIX) --strip

clean: ## Remove all build folders
	@rm -rf build build-debug build-sanitize build-coverage build-fuzz

help: ## Print this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20
