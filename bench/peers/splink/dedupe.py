"""Deduplicates one list with Splink and prints, as JSON, its time and how often it was right.

    python dedupe.py --kind roll --truth TRUTH.csv FILE.csv [FILE.csv ...]

Settings follow Splink's own guides for such data: its comparisons, its term frequencies, its EM; blocking rules are
those of Sisir as far as they can be stated as equalities. Truth has the columns dpid and person_id.
"""

import argparse
import json
import logging
import time

import duckdb
import splink
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

ROLL = """
    SELECT dpid, nullif(trim(nama), '') AS nama,
      CASE WHEN regexp_full_match(nik, '[0-9]{16}') THEN nik END AS nik,
      CASE WHEN regexp_full_match(nkk, '[0-9]{16}') THEN nkk END AS nkk,
      CASE WHEN regexp_full_match(nik, '[0-9]{16}') THEN left(nik, 7) END AS nik_front,
      CASE WHEN regexp_full_match(nik, '[0-9]{16}') THEN right(nik, 7) END AS nik_back,
      upper(tempat_lahir) AS tempat_lahir,
      strftime(try_strptime(tanggal_lahir, ['%d|%m|%Y', '%d-%m-%Y', '%d/%m/%Y', '%Y-%m-%d']), '%Y-%m-%d') AS tanggal_lahir,
      jenis_kelamin, upper(alamat) AS alamat, replace(kode_desa, '.', '') AS kode_desa,
      left(replace(kode_desa, '.', ''), 4) AS kode_kabupaten,
      split_part(upper(nama), ' ', 1) AS kata_pertama
    FROM input"""

FEBRL = """
    SELECT trim(rec_id) AS dpid, nullif(trim(given_name), '') AS given_name, nullif(trim(surname), '') AS surname,
      nullif(trim(date_of_birth), '') AS date_of_birth, nullif(trim(soc_sec_id), '') AS soc_sec_id,
      nullif(trim(postcode), '') AS postcode, nullif(trim(street_number), '') AS street_number,
      nullif(trim(address_1), '') AS address_1
    FROM input"""

RLDATA = """
    SELECT trim(rec_id) AS dpid, nullif(fname_c1, 'NA') AS fname, nullif(lname_c1, 'NA') AS lname,
      "by", bm, bd
    FROM input"""

FAKE = """
    SELECT CAST(unique_id AS VARCHAR) AS dpid, first_name, surname, dob, city, email FROM input"""


def roll_settings():
    name = cl.CustomComparison(
        output_column_name="nama",
        comparison_levels=[
            cll.NullLevel("nama"),
            cll.ExactMatchLevel("nama", term_frequency_adjustments=True),
            cll.LevenshteinLevel("nama", 1),
            cll.LevenshteinLevel("nama", 2),
            cll.JaroWinklerLevel("nama", 0.88),
            cll.ElseLevel(),
        ],
    )
    return (
        [
            name,
            cl.LevenshteinAtThresholds("nik", [1, 2]),
            cl.ExactMatch("nkk"),
            cl.DateOfBirthComparison(
                "tanggal_lahir", input_is_string=True, datetime_metrics=["month", "year"], datetime_thresholds=[1, 1]
            ),
            cl.JaroWinklerAtThresholds("tempat_lahir", [0.9]),
            cl.ExactMatch("jenis_kelamin"),
            cl.ExactMatch("kode_desa").configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("alamat", [0.9]),
        ],
        [
            block_on("nik"),
            block_on("nkk", "substr(tanggal_lahir, 1, 4)"),
            block_on("nkk", "substr(tanggal_lahir, 6)"),
            block_on("tanggal_lahir", "kode_kabupaten", "kata_pertama"),
            block_on("tanggal_lahir", "kode_kabupaten", "substr(nama, 1, 3)"),
            block_on("tanggal_lahir", "tempat_lahir"),
            block_on("tanggal_lahir", "kode_desa"),
            block_on("nama", "kode_desa"),
            block_on("nama", "tempat_lahir", "substr(tanggal_lahir, 1, 4)"),
            block_on("nama", "tempat_lahir", "substr(tanggal_lahir, 6)"),
            block_on("nik_front", "nama"),
            block_on("nik_back", "nama"),
        ],
        [block_on("nik")],
        [block_on("tanggal_lahir", "kode_kabupaten"), block_on("nama", "kode_desa")],
    )


def febrl_settings():
    return (
        [
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.LevenshteinAtThresholds("date_of_birth", [1, 2]),
            cl.LevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number"),
            cl.LevenshteinAtThresholds("postcode", [1, 2]),
            cl.JaroWinklerAtThresholds("address_1", [0.9]),
        ],
        [
            block_on("given_name"),
            block_on("surname"),
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("postcode"),
            block_on("address_1"),
        ],
        [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
        [block_on("date_of_birth"), block_on("postcode"), block_on("given_name")],
    )


def rldata_settings():
    return (
        [
            cl.JaroWinklerAtThresholds("fname", [0.94, 0.88]),
            cl.JaroWinklerAtThresholds("lname", [0.94, 0.88]),
            cl.ExactMatch("by"),
            cl.ExactMatch("bm"),
            cl.ExactMatch("bd"),
        ],
        [block_on("fname"), block_on("lname"), block_on("by", "bm"), block_on("by", "bd"), block_on("bm", "bd")],
        [block_on("fname", "lname", "by")],
        [block_on("fname"), block_on("by", "bm")],
    )


def fake_settings():
    return (
        [
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        [block_on("first_name"), block_on("surname"), block_on("dob"), block_on("email"), block_on("city", "first_name")],
        [block_on("first_name", "surname", "dob"), block_on("email")],
        [block_on("dob"), block_on("first_name", "surname"), block_on("email")],
    )


KINDS = {
    "roll": (ROLL, roll_settings),
    "febrl": (FEBRL, febrl_settings),
    "rldata": (RLDATA, rldata_settings),
    "fake": (FAKE, fake_settings),
}


def measures(connection, true_pairs, threshold):
    pairs, right = connection.execute(
        "SELECT count(*), count(*) FILTER (is_true) FROM judged WHERE match_probability >= ?", [threshold]
    ).fetchone()
    precision = right / pairs if pairs else None
    recall = right / true_pairs
    f1 = 2 * right / (pairs + true_pairs)
    return {"threshold": threshold, "pairs": pairs, "precision": precision, "recall": recall, "f1": f1}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--kind", choices=sorted(KINDS), required=True)
    arguments.add_argument("--truth", required=True)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--memory", default="12GB")
    arguments.add_argument("files", nargs="+")
    given = arguments.parse_args()
    logging.disable(logging.WARNING)

    begun = time.perf_counter()
    connection = duckdb.connect()
    connection.execute(f"SET threads = {given.threads}")
    connection.execute(f"SET memory_limit = '{given.memory}'")
    select, settings_of = KINDS[given.kind]
    connection.execute(
        f"CREATE TABLE person AS WITH input AS (FROM read_csv({given.files!r}, header = true, all_varchar = true)) {select}"
    )
    comparisons, blocking, certain, training = settings_of()
    database = DuckDBAPI(connection=connection)
    linker = Linker(
        database.register("person"),
        SettingsCreator(
            link_type="dedupe_only",
            unique_id_column_name="dpid",
            comparisons=comparisons,
            blocking_rules_to_generate_predictions=blocking,
        ),
        log_level=None,
    )
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in training:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    trained = time.perf_counter()
    predicted = linker.inference.predict(threshold_match_probability=0.01)
    finished = time.perf_counter()

    connection.execute(
        "CREATE TABLE truth AS SELECT trim(dpid) AS dpid, trim(person_id) AS person_id FROM read_csv(?, header = true, all_varchar = true)",
        [given.truth],
    )
    connection.execute(
        f"""CREATE TABLE judged AS SELECT match_probability, a.person_id = b.person_id AS is_true
        FROM {predicted.physical_name} JOIN truth AS a ON a.dpid = dpid_l JOIN truth AS b ON b.dpid = dpid_r"""
    )
    (true_pairs,) = connection.execute(
        "SELECT CAST(sum(n * (n - 1) / 2) AS BIGINT) FROM (SELECT count(*) AS n FROM truth GROUP BY person_id)"
    ).fetchone()
    table = [measures(connection, true_pairs, step / 100) for step in [1, 5, *range(10, 100, 5), 99]]
    table += [measures(connection, true_pairs, 1 - 10.0**-power) for power in (3, 4, 5)]
    best = max(table, key=lambda row: row["f1"])
    print(
        json.dumps(
            {
                "splink": splink.__version__,
                "duckdb": duckdb.__version__,
                "seconds": finished - begun,
                "seconds_training": trained - begun,
                "true_pairs": true_pairs,
                "best": best,
                "thresholds": table,
            }
        )
    )


if __name__ == "__main__":
    main()
