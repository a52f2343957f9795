#!/usr/bin/env bash
# Executes the notebooks from beginning to end; fails where one does, or where its text is no longer what is committed.
#   notebooks-data/run.sh            in a temporary folder, leaving this one as it is
#   notebooks-data/run.sh --update   keeps the results, as they are to be committed
# PYTHON names the interpreter, with the packages of requirements.txt. On Debian as root, what is missing is installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

has_packages() { "$1" -c 'import ipykernel, matplotlib, nbconvert, pandas' >/dev/null 2>&1; }

python=${PYTHON:-python3}
has_packages "$python" || python=/usr/bin/python3
if ! has_packages "$python" && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  # With munkres, the fonts need neither SciPy nor the compilers that come with it.
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
    python3-nbconvert python3-ipykernel python3-pandas python3-matplotlib python3-munkres >/dev/null
fi
has_packages "$python" || { echo "run.sh: install the packages of notebooks-data/requirements.txt for $python, or set PYTHON" >&2; exit 1; }

# The kernel warns at length that breakpoints may be missed.
export PYDEVD_DISABLE_FILE_VALIDATION=1
exec "$python" execute.py "$@"
