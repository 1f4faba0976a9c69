#!/usr/bin/env bash
# Gets the schemas that the open data is checked against: Open Referral UK 3.0 and HSDS 3.0, at the commits that we know.
# They are CC BY-SA 4.0 ("Human Services Data Specification: an Open Referral resource") and stay outside this repository.
set -euo pipefail
folder=${1:?the folder to write to}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
get() {
	git init -q "$work/$1"
	git -C "$work/$1" fetch -q --depth 1 "https://github.com/$2" "$3"
	git -C "$work/$1" checkout -q FETCH_HEAD
}
get uk OpenReferralUK/uk-profile ecdfabf78944d480d7f580d08b702b08cbec4b09
get hsds openreferral/specification 279fd2eb3552c349bf698c07c00cc25f5fc8249b
mkdir -p "$folder/schema/compiled" "$folder/examples" "$folder/hsds-3.0"
cp "$work"/uk/schema/*.json "$folder/schema/"
for name in service organization service_at_location; do
	cp "$work/uk/schema/compiled/$name.json" "$work/uk/schema/compiled/${name}_list.json" "$folder/schema/compiled/"
done
cp "$work"/uk/examples/*.json "$folder/examples/"
cp "$work"/hsds/schema/*.json "$folder/hsds-3.0/"
cp "$work/uk/LICENSE" "$folder/LICENSE"
