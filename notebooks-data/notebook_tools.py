"""What the notebooks share: reading the data set, and how plots look. Only pandas and matplotlib are needed."""

import re
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

DATA = Path("data")

# Okabe and Ito's palette: told apart with every common kind of colour vision, and in grey.
BLUE, ORANGE, GREEN, RED, SKY, PINK, YELLOW, GREY = (
    "#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#F0E442", "#8C8C8C")


def style():
    """Quiet plots, and pictures whose bytes do not name the version that drew them."""
    plt.rcParams.update({
        "figure.figsize": (8.5, 3.6), "figure.dpi": 90, "savefig.dpi": 90, "figure.constrained_layout.use": True,
        "axes.spines.top": False, "axes.spines.right": False, "axes.titlesize": 11, "axes.titlelocation": "left",
        "axes.titleweight": "bold", "axes.labelsize": 9.5, "xtick.labelsize": 8.5, "ytick.labelsize": 8.5,
        "legend.frameon": False, "legend.fontsize": 8.5, "axes.grid": False, "font.family": "DejaVu Sans",
        "axes.prop_cycle": plt.cycler(color=[BLUE, ORANGE, GREEN, RED, SKY, PINK, GREY])})
    pd.set_option("display.width", 110, "display.max_columns", 14, "display.max_colwidth", 60)
    try:
        from matplotlib_inline.backend_inline import set_matplotlib_formats
        set_matplotlib_formats("png", metadata={"Software": None})
    except ImportError:
        pass  # Not in a notebook.


def records(name):
    """The records of data/NAME.jsonl.gz as they are, one row each, nested fields as 'agent.id'."""
    rows = pd.read_json(DATA / f"{name}.jsonl.gz", lines=True, dtype=False, convert_dates=False, precise_float=True)
    return pd.json_normalize(rows.to_dict("records"))


def activity():
    """What the agents did, in order of time, with cohort, score, alert and what the labels say of it."""
    events = records("activity")
    events["time"] = pd.to_datetime(events["time"], utc=True)
    events = events.rename(columns={"agent.id": "agent"})
    events["day"] = events["time"].dt.floor("D")
    events = events.merge(records("scores")[["event_id", "score", "alert"]], on="event_id", validate="1:1")
    agents = records("registry")
    events["cohort"] = events["agent"].map((agents["kind"] + "/" + agents["purpose"]).set_axis(agents["agent_id"]))
    return with_labels(events)


def with_labels(events):
    """Adds phase (baseline, test), attack (kind or NaN, of the session) and malicious (of the event)."""
    labels = records("labels")
    guilty = set(labels["malicious_event_ids"].explode().dropna())
    session = labels.set_index("session_id")
    attack = session["attack"] if "attack" in session else pd.Series(dtype=object)
    return events.assign(phase=events["session_id"].map(session["phase"]),
                         attack=events["session_id"].map(attack),
                         malicious=events["event_id"].isin(guilty))


def days_axis(axis):
    """Dates as day and month, a tick each week."""
    import matplotlib.dates as dates
    axis.xaxis.set_major_locator(dates.WeekdayLocator(byweekday=dates.MO))
    axis.xaxis.set_major_formatter(dates.DateFormatter("%a %d %b"))


def claim(what, holds):
    """A sentence of the text that depends on the data: the notebook fails where it is no longer so."""
    assert bool(holds), f"no longer so: {what}. Correct the text around this cell."
    print("✓", what)


def say(text):
    """A sentence whose figures were computed, as text of the notebook."""
    from IPython.display import Markdown, display
    display(Markdown(re.sub(r"(\d)%", r"\1 %", text)))


def show(table):
    """A table as Markdown: the same in every viewer, and readable in a diff."""
    table = table.reset_index() if table.index.name or table.index.nlevels > 1 else table
    lines = [list(map(str, table.columns)), ["---"] * len(table.columns), *table.astype(str).values.tolist()]
    say("\n".join("| " + " | ".join(line) + " |" for line in lines))
