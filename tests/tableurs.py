"""Loads what versqui wrote with DuckDB, as it is: no option, no column named, no type given.

usage: tableurs.py CSV NDJSON EXPECTED     (EXPECTED: JSON, {"columns": [...], "rows": [[...]], "types": {...}, "records": [...], "keys": {...}})

Prints « lu » when everything is as expected; says what is not, and ends with 1.
"""
import json
import sys

import duckdb

csv, ndjson, expected = sys.argv[1:]
with open(expected, encoding="utf-8") as file:
    expected = json.load(file)
wrong = []


def same(what, got, wanted):
    if got != wanted:
        wrong.append(f"{what} : {got!r}, attendu {wanted!r}")


def types(table):
    return dict(zip(table.columns, map(str, table.types)))


sheet = duckdb.sql(f"SELECT * FROM '{csv}'")
same("colonnes du csv", sheet.columns, expected["columns"])
for column, wanted in expected["types"].items():
    same(f"sorte de {column}", types(sheet).get(column), wanted)
rows = sheet.fetchall()
same("lignes du csv", len(rows), len(expected["rows"]))
for number, (row, wanted) in enumerate(zip(rows, expected["rows"])):
    for column, got, want in zip(sheet.columns, row, wanted):
        # an empty cell is no value
        if isinstance(want, str):
            got = "" if got is None else str(got)
        elif want is not None and got is not None:
            got = float(got)
            want = float(want)
        same(f"csv, ligne {number + 1}, {column}", got, want)

lines = duckdb.sql(f"SELECT * FROM '{ndjson}'")
for key, wanted in expected["keys"].items():
    same(f"sorte de {key}", types(lines).get(key, "absent").startswith(wanted), True)
records = lines.fetchall()
same("lignes du ndjson", len(records), len(expected["records"]))
for number, (got, wanted) in enumerate(zip(records, expected["records"])):
    got = dict(zip(lines.columns, got))
    for key, want in wanted.items():
        if isinstance(want, (str, int, float)) and not isinstance(want, bool):
            value = got.get(key)
            same(f"ndjson, ligne {number + 1}, {key}", str(value) if isinstance(want, str) else value, want)

for line in wrong[:20]:
    print(line)
if wrong:
    sys.exit(f"{len(wrong)} écarts")
print("lu")
