"""Executes the notebooks of this folder; see run.sh."""

import gzip
import re
import sys
import tempfile
import time
from pathlib import Path

import nbformat
import pandas
from nbconvert.preprocessors import ExecutePreprocessor
from nbconvert.preprocessors.execute import CellExecutionError

FOLDER = Path(__file__).resolve().parent
SECONDS = 300


def execute(path):
    """The notebook with the results of a run, and without what the run leaves of its time and machine."""
    notebook = nbformat.read(path, as_version=4)
    runner = ExecutePreprocessor(timeout=SECONDS, kernel_name="python3", record_timing=False)
    runner.preprocess(notebook, {"metadata": {"path": str(FOLDER)}})
    notebook.metadata = nbformat.from_dict({
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"}})
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
    return notebook


def texts(notebook):
    """What the cells say: printed lines and Markdown, but no pictures, whose pixels depend on fonts."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [output.get("text") or output.get("data", {}).get("text/markdown", "") for output in outputs]


def has_versions_of_requirements():
    wanted = (FOLDER / "requirements.txt").read_text()
    return f"pandas=={pandas.__version__}\n" in wanted


def check(path, notebook):
    if has_versions_of_requirements() and texts(nbformat.read(path, as_version=4)) != texts(notebook):
        raise SystemExit(f"{path.name}: its results are not those that are committed; run notebooks-data/run.sh --update")


def with_counts(readme):
    """The page with the number of records of each file as it is."""
    def counted(row):
        with gzip.open(FOLDER / "data" / f"{row[2]}.jsonl.gz") as lines:
            return f"{row[1]}{sum(1 for _ in lines):,}{row[3]}"
    return re.sub(r"(?m)^(\| \[`(\w+)`\]\(#[\w-]+\) \| )[\d,]+( \|)", counted, readme)


def count(update):
    page = FOLDER / "README.md"
    found = page.read_text(encoding="utf-8")
    if update:
        page.write_text(with_counts(found), encoding="utf-8")
    elif with_counts(found) != found:
        raise SystemExit("README.md: its numbers of records are not those of the files; run notebooks-data/run.sh --update")


def main(update):
    count(update)
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(FOLDER.glob("*.ipynb")):
            started = time.monotonic()
            try:
                notebook = execute(path)
            except CellExecutionError as error:
                raise SystemExit(f"{path.name}: {error}") from None
            if not update:
                check(path, notebook)
            nbformat.write(notebook, path if update else Path(folder) / path.name)
            print(f"{path.name}: executed in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main("--update" in sys.argv[1:])
