# The recipes that people and CI share.
.PHONY: run test check properties eyes codes applied sqlx points base-map bench bench-search bench-step bench-growth bench-orders count-statements attack rolling kill-first-start check-bills approval-labels label-rules bench-labels bench-bulk figures

run: ## opens the shop
	cargo run --release

test: ## the README's second command
	cargo test

check: ## what CI asks before the tests
	cargo fmt --check
	cargo clippy --lib --bins --examples -- -D warnings
	cargo clippy --tests --benches -- -D warnings -A clippy::pedantic -A clippy::allow-attributes -A missing-docs

properties: ## property tests with 20,000 inputs each (300 where paper is drawn), other ones every time; some minutes
	PROPTEST_RNG_SEED=$$(od -An -N6 -tu8 /dev/urandom | tr -d ' '); export PROPTEST_RNG_SEED; echo "seed $$PROPTEST_RNG_SEED"; \
	export SQLX_OFFLINE=true; PROPTEST_CASES=300 cargo test --test bill && \
	PROPTEST_CASES=20000 cargo test --no-fail-fast --lib --test label --test points

eyes: ## what axe finds on every page in four languages, two colour schemes and two widths; some minutes
	SQLX_OFFLINE=true cargo test --test browser axe_finds_nothing_on_any_page_in_any -- --ignored --nocapture

figures: ## how large and how even the house is (docs/figures.md); FIGURES_OF=folder measures another one
	SQLX_OFFLINE=true cargo test --quiet --test tidy the_figures_are_printed -- --ignored --nocapture

codes: ## writes docs/codes.md from the code and the texts
	SQLX_OFFLINE=true cargo test --quiet --test carrier the_document_is_written -- --ignored

applied: ## lists new migrations with their digests (tests/fixtures/applied.sha256); what is listed never changes
	cargo test --quiet --test tidy new_migrations_are_listed -- --ignored

check-bills: ## holds random bills against qrbill, swissqrbill, zxing-cpp and pdfium (docs/bill.md); needs python3, node, npm
	python3 -m venv target/bills/python
	target/bills/python/bin/pip install --quiet qrbill==1.2.0 zxing-cpp==3.1.1 pypdfium2==5.15.2 pillow
	npm install --silent --prefix target/bills swissqrbill@4.4.1
	SQLX_OFFLINE=true cargo test --quiet --test bill written -- --ignored
	target/bills/python/bin/python tests/bill/compare.py target/bills target/bills/drawn

sqlx: ## writes .sqlx anew; needs DATABASE_URL of a migrated scratch database
	rm -rf .sqlx && mkdir .sqlx && touch src/lib.rs
	SQLX_OFFLINE=false SQLX_OFFLINE_DIR=$(CURDIR)/.sqlx cargo check --lib

points: ## invents the demonstration points anew, the same as before
	cargo run --example demo_points

base-map: ## draws the map below the pick-up points anew, the same as before
	cargo run --example base_map

approval-labels: ## draws the five labels that Post's approval asks for into target/approval-labels (docs/label.md)
	cargo run --example labels -- target/approval-labels

label-rules: ## a label's lines by two readings of the rules, for 100,000 random addresses
	SQLX_OFFLINE=true cargo test --release --test label a_hundred_thousand -- --ignored

bench-labels: ## labels per second and format on one core, and what many of them take of memory
	cargo run --release --example labels -- --bench

bench-bulk: ## five hundred labels in one file over HTTP: seconds, bytes, memory of shop, simulator and test together
	cargo test --release --test shop bulk::five_hundred -- --nocapture

bench-search: ## the search by every kind of question over 2,800, 28,000 and 280,000 points, and its memory
	cargo bench --bench search

bench-step: ## the location search over HTTP: times and bytes
	cargo bench --bench step

bench-growth: ## an empty shop beside one with a million orders: pages, placing, sweep, query plans; 4 GB of disk
	cargo bench --bench growth

bench: ## requests per CPU second of the product page beside a bare handler
	cargo run --release --example bench

bench-orders: ## orders per CPU second of two built programs in turn: BEFORE=path, AFTER=path (or the one built now); WORK=all with mails and parcels
	@test -n "$(BEFORE)" || { echo "say BEFORE=path of the program to compare with"; exit 2; }
	cargo build --release
	cargo run --release --example ordeal -- orders --before "$(BEFORE)" $(if $(AFTER),--after "$(AFTER)") $(if $(WORK),--work "$(WORK)")

count-statements: ## how many statements a checkout costs, by pg_stat_statements: PROGRAM=path, or the one built now; WORK=all with mails and parcels
	cargo build --release
	cargo run --release --example ordeal -- statements $(if $(PROGRAM),--program "$(PROGRAM)") $(if $(WORK),--work "$(WORK)")

attack: ## what one visitor can do to memory and time, against the built program
	cargo build --release
	cargo run --release --example ordeal -- attack

rolling: ## restarts two instances in turn under load, and counts what failed
	cargo build --release
	cargo run --release --example ordeal -- rolling

kill-first-start: ## kills sixty first starts at sixty moments and starts again; prints how many opened, and how quickly
	PICKPOST_KILL_ROUNDS=60 cargo test --test start killed_in_its_first_start -- --nocapture
