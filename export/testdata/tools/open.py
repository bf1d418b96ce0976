"""Opens exports with the parsers of the tools that they are for.

The folder has one file for each kind of rows and format. Every event of events.jsonl must
be in each of the others, with its quote, publisher and URL.
"""

import csv
import json
import sys
from pathlib import Path

import icalendar
import networkx
import openpyxl
import pandas
from followthemoney import model
from followthemoney.exc import InvalidData

folder = Path(sys.argv[1])
events = [json.loads(line) for line in open(folder / "events.jsonl", encoding="utf-8")]
ids = {event["id"] for event in events}
assert len(ids) == len(events) > 0


def check(condition, *what):
    if not condition:
        sys.exit("failed: " + " ".join(map(str, what)))


def spreadsheets():
    table = pandas.read_csv(folder / "events.csv", keep_default_na=False)
    check(set(table["event_id"]) == ids, "csv lacks events")
    for column in ("quote", "publisher", "url", "status", "date_in_words"):
        check((table[column] != "").all(), "csv has rows without", column)
    path = folder / "events.xlsx"
    table.to_excel(path, index=False)
    sheet = openpyxl.load_workbook(path).active
    check(sheet.max_row == len(table) + 1, "openpyxl lost rows")
    for row in sheet.iter_rows():
        for cell in row:
            check(cell.data_type != "f", "a formula:", cell.value)
    for kind in ("entities", "articles"):
        check(len(pandas.read_csv(folder / f"{kind}.csv")) > 0, kind)
    with open(folder / "events.csv", encoding="utf-8-sig", newline="") as file:
        check(len(list(csv.reader(file, strict=True))) == len(table) + 1, "csv module")
    print("csv:", len(table), "rows")


def calendar():
    parsed = icalendar.Calendar.from_ical((folder / "events.icalendar").read_bytes())
    dated, undated = parsed.walk("VEVENT"), parsed.walk("VJOURNAL")
    check({str(e["UID"]).split("@")[0] for e in dated + undated} == ids, "icalendar lacks events")
    for entry in dated + undated:
        check(not entry.errors, entry.errors)
        check("“Quote " in entry["DESCRIPTION"] and "news.example" in entry["DESCRIPTION"], entry)
        check("X-EVIL" not in entry, "a name became a property")
    for event in dated:
        check(event["DTSTART"].dt < event["DTEND"].dt, event)
    check({event["id"] for event in events if not event["time"]} == {str(e["UID"]).split("@")[0] for e in undated}, "journal")
    cancelled = {str(e["UID"]).split("@")[0] for e in dated if e["STATUS"] == "CANCELLED"}
    check(cancelled == {e["id"] for e in events if e["status"] == "DENIED" and e["time"]}, "cancelled")
    print("icalendar:", len(dated), "events,", len(undated), "journal entries")


def graphs():
    graphml = networkx.read_graphml(folder / "events.graphml")
    gexf = networkx.read_gexf(folder / "events.gexf")
    for name, graph in (("graphml", graphml), ("gexf", gexf)):
        nodes = dict(graph.nodes(data=True))
        check(ids <= set(nodes), name, "lacks events")
        for event in events:
            node = nodes[event["id"]]
            check(node["status"] == event["status"], name, node)
            check(node["publisher"] == event["citations"][0]["publisher"], name, node)
            check(node["url"] == event["citations"][0]["url"], name, node)
            check("Quote " in node["quote"] and node["date_in_words"], name, node)
            parties = {p["id"] for p in event["participants"]}
            check(parties <= set(graph.predecessors(event["id"])), name, "lacks parties")
        print(name + ":", graph)
    check(set(graphml) == set(gexf), "the graphs differ")


def follow_the_money():
    for kind in ("events", "entities", "articles"):
        found, references = set(), set()
        for line in open(folder / f"{kind}.ftm", encoding="utf-8"):
            data = json.loads(line)
            proxy = model.get_proxy(data)
            try:
                proxy.schema.validate({"properties": data["properties"]})
            except InvalidData as invalid:
                check(False, invalid.errors, line)
            for name, values in data["properties"].items():
                prop = proxy.schema.get(name)
                check(prop is not None, data["schema"], "has no", name)
                for value in values:
                    check(prop.type.clean(value, proxy=proxy) is not None, data["schema"], name, repr(value))
                if prop.type.name == "entity":
                    references.update(values)
            for name in proxy.schema.required:
                check(proxy.get(name), data["schema"], "lacks", name)
            found.add(proxy.id)
        check(references <= found, "dangling references:", references - found)
        if kind == "events":
            check({i.replace("_", "-") for i in ids} <= found, "ftm lacks events")
        print("ftm:", len(found), kind)


spreadsheets()
calendar()
graphs()
follow_the_money()
