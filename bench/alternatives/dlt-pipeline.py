"""The same job with dlt: argv[1] the endpoint, argv[2] the database."""

import sys
import tempfile

import dlt
import requests


@dlt.resource(name="loaded_usage", write_disposition="merge", primary_key=("account", "day"))
def usage():
    rows = requests.get(sys.argv[1], timeout=600).json()["data"]["rows"]
    for start in range(0, len(rows), 10_000):
        yield [{"account": row["account"]["id"], "day": row["day"], **row["m"]} for row in rows[start : start + 10_000]]


with tempfile.TemporaryDirectory() as directory:
    dlt.pipeline(
        pipeline_name="bench",
        pipelines_dir=directory,
        destination=dlt.destinations.postgres(sys.argv[2]),
        dataset_name="loaded",
    ).run(usage())
