#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls the built program as scripts do: exit statuses, standard output, error lines, files.

    test-cli.py PROGRAM SOURCE-ROOT
"""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
DATA = ROOT / "tests" / "data"
ARTICLE = """\
HARBOUR / TRANSPORT
Port Alder keeps its ferry
Published: Mar 3, 2021 06:05 PM

The harbour council of Port Alder voted on Tuesday to keep the old ferry running for two more years.

"Nobody is going to be left on the island," said Mara Quill, who chairs the council.

Ivo Brandt, a lawyer for the owners, said that Mara Quill had never asked them what it would cost.
"""


# A leak checker's summary of what it passed over is not an error line.
os.environ["LSAN_OPTIONS"] = os.environ.get("LSAN_OPTIONS", "") + ":print_suppressions=0"


def run(*args, stdin=b"", **kwargs):
    return subprocess.run([PROGRAM, *map(str, args)], input=stdin, capture_output=True, timeout=120, **kwargs)


def lines(data):
    return [json.loads(line) for line in data.decode().splitlines()]


class Checks:
    def __init__(self, folder):
        self.folder = folder
        self.article = folder / "ferry.txt"
        self.article.write_text(ARTICLE, encoding="utf-8")

    def expect(self, result, status, errors=()):
        assert result.returncode == status, (result.returncode, result.stderr)
        got = [line for line in result.stderr.decode().splitlines() if not line.startswith("Try ")]
        assert len(got) == len(errors), got
        for line, wanted in zip(got, errors):
            assert line.startswith("hearsay: ") and wanted in line, (line, wanted)

    def test_help_and_version(self):
        result = run("--version")
        self.expect(result, 0)
        assert result.stdout.startswith(b"hearsay ")
        result = run("--help")
        self.expect(result, 0)
        for verb in ("read", "analyze", "graph", "timeline"):
            assert verb in result.stdout.decode()
            verb_help = run(verb, "--help")
            self.expect(verb_help, 0)
            assert b"--output" in verb_help.stdout

    def test_usage(self):
        self.expect(run("read"), 2, ["No file"])
        self.expect(run("read", "--no-such", "x"), 2, ["--no-such"])
        self.expect(run("read", "--jobs", "0", self.article), 2, ["--jobs"])
        self.expect(run("analyze", "--format", "xml", self.article), 2, ["--format"])
        self.expect(run("analyze", "--input", "tea", self.article), 2, ["--input"])
        self.expect(run("graph", self.article), 2, ["--output"])
        self.expect(run("graph", "--output", "x.xyz", self.article), 2, ["OUT"])
        self.expect(run("graph", "--network", "none", "--output", "x.svg", self.article), 2, ["--network"])
        self.expect(run("graph", "--layout", "none", "--output", "x.svg", self.article), 2, ["--layout"])
        self.expect(run("graph", "--width", "5", "--output", "x.svg", self.article), 2, ["--width"])
        self.expect(run("timeline", "--output", "x.gexf", self.article), 2, ["OUT"])
        self.expect(run("timeline", "--show", "all", "--output", "x.svg", self.article), 2, ["--show"])
        self.expect(run("timeline", "--unit", "hour", "--output", "x.svg", self.article), 2, ["--unit"])
        self.expect(run("timeline", "--curve", "wild", "--output", "x.svg", self.article), 2, ["--curve"])
        self.expect(run("timeline", "--style", "pink", "--output", "x.svg", self.article), 2, ["--style"])

    def test_read(self):
        result = run("read", self.article)
        self.expect(result, 0)
        (document,) = lines(result.stdout)
        assert list(document) == ["id", "source", "title", "byline", "publisher", "section", "published",
                                  "published_zone", "language",
                                  "text"]
        assert document["title"] == "Port Alder keeps its ferry"
        assert document["published"] == "2021-03-03T18:05"
        assert document["section"] == "Harbour / Transport"
        assert document["source"] == self.article.as_uri()
        assert document["text"].startswith("The harbour council")
        assert len(document["text"].split("\n\n")) == 3
        (same,) = lines(run("read", self.article.as_uri()).stdout)
        assert same == document
        (piped,) = lines(run("read", "-", stdin=ARTICLE.encode()).stdout)
        assert piped["id"] == document["id"] and piped["source"] is None

    def test_read_failures(self):
        empty, binary = self.folder / "empty.txt", self.folder / "binary.txt"
        empty.write_bytes(b"")
        binary.write_bytes(bytes(range(256)) * 4)
        result = run("read", self.folder / "missing.txt", self.folder, empty, binary, DATA / "pdf" / "locked.pdf",
                     DATA / "pdf" / "picture.pdf", DATA / "pdf" / "broken.pdf", self.article)
        self.expect(result, 1, ["missing.txt: There is no such file", "This is a folder", "empty.txt: The file is empty",
                                "binary.txt: This is not text", "locked.pdf: This PDF is locked",
                                "picture.pdf: No text in this PDF", "broken.pdf: This PDF is damaged"])
        assert len(lines(result.stdout)) == 1

    def test_charsets(self):
        latin = self.folder / "latin.txt"
        latin.write_bytes("“We went to the café,” said Zoë Marsh, the mayor of the little town.".encode("cp1252"))
        utf16 = self.folder / "utf16.txt"
        utf16.write_bytes("“We agree,” said Zoë.".encode("utf-16"))
        result = run("read", latin, utf16)
        self.expect(result, 0)
        first, second = lines(result.stdout)
        assert "café,” said Zoë" in first["text"]
        assert second["text"] == "“We agree,” said Zoë."

    def test_folders(self):
        tree = self.folder / "tree"
        (tree / "b").mkdir(parents=True)
        (tree / "b" / "two.txt").write_text("Two men said they agreed with the third.")
        (tree / "a.txt").write_text("One man said he agreed with the others.")
        (tree / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
        (tree / ".hidden.txt").write_text("Nobody said anything.")
        os.symlink("..", tree / "b" / "up")
        result = run("read", "--recursive", tree)
        self.expect(result, 0)
        assert [d["source"].rsplit("/", 1)[1] for d in lines(result.stdout)] == ["a.txt", "two.txt"]

    def test_explain(self):
        (plain,) = lines(run("analyze", self.article).stdout)
        (document,) = lines(run("analyze", "--explain", self.article).stdout)
        reasons = [statement.pop("why") for statement in document["statements"] if "why" in statement]
        assert reasons, "no statement says why"
        assert document == plain, "to explain changes what is found"
        for why in reasons:
            effects = [reason["effect"] for reason in why]
            assert effects == sorted(effects, reverse=True)
            assert all(-1 <= effect <= 1 for effect in effects)
            assert {reason["reason"] for reason in why} <= {"cue", "source", "context", "quotation", "structure", "rules"}

    def test_analyze(self):
        result = run("analyze", self.article)
        self.expect(result, 0)
        (document,) = lines(result.stdout)
        assert document["hearsay"] == 1 and "text" not in document
        for key in ("id", "source", "title", "byline", "publisher", "published", "language", "actors", "issues",
                    "statements", "relations", "times"):
            assert key in document, key
        (with_text,) = lines(run("analyze", "--text", self.article).stdout)
        text = with_text["text"]
        assert text == lines(run("read", self.article).stdout)[0]["text"]
        contents = [text[s["content"][0]["start"]:s["content"][0]["end"]] for s in with_text["statements"]]
        assert any("Nobody is going to be left on the island" in c for c in contents), contents
        names = {a["id"]: a["name"] for a in with_text["actors"]}
        assert "Mara Quill" in [names.get(s["speaker"]) for s in with_text["statements"]]
        for statement in with_text["statements"]:
            assert statement["kind"] in ("direct", "indirect", "mixed")
            assert 0 <= statement["confidence"] <= 1

    def test_formats(self):
        one = json.loads(run("analyze", "--format", "json", self.article).stdout)
        assert one["hearsay"] == 1 and one["text"]
        two = json.loads(run("analyze", "--format", "json", self.article, self.article).stdout)
        assert two == [one, one]
        table = run("analyze", "--format", "csv", self.article).stdout.decode()
        rows = list(csv.DictReader(io.StringIO(table, newline="")))
        assert "\r\n" in table and len(rows) == len(one["statements"])
        assert rows[0]["title"] == one["title"] and rows[0]["published"] == "2021-03-03T18:05"
        shown = run("analyze", "--format", "table", self.article).stdout.decode()
        assert shown.startswith("Port Alder keeps its ferry") and "Mara Quill" in shown

    def test_manual(self):
        manual = (ROOT / "data" / "hearsay.1").read_text("utf-8").replace("\\-", "-")
        verbs = re.findall(r"^  (\w+)  ", run("--help").stdout.decode().split("Verbs:")[1].split("Options:")[0], re.M)
        assert len(verbs) == 5, verbs
        for verb in verbs:
            assert "\n.B %s\n" % verb in manual, verb
            text = run(verb, "--help").stdout.decode()
            options = re.findall(r"^  (?:-\w, )?(--[a-z-]+)", text, re.M)
            assert len(options) > 3, text
            for option in set(options) - {"--help"}:
                assert re.search(r"\\fB" + option + r"(?![a-z-])", manual), (verb, option)
        text = run("collection", "--help").stdout.decode()
        actions = re.findall(r"^([a-z-]+) COLLECTION", text, re.M)
        assert len(actions) == 14, actions
        for action in actions:
            assert re.search(r"\\fB" + action + r"\\fR", manual), action

    def test_json_lines(self):
        text = 'Anna Roe said: "We agree." Tom Sand denied it.'
        good = json.dumps({"id": "a", "text": text, "published": "2021-03-03", "title": "Ä", "publisher": "P",
                           "actors": [{"name": "Roe of Alder", "mentions": [{"start": 0, "end": 8}]}]})
        bad = ['{"id": "b"', "[1]", '{"id": "c"}', '{"id": 7, "text": 5}', "[" * 100000, '{"id":"n","text":"a\\u0000b"}',
               '{"id":"m","text":"ab","actors":[{"name":"A","mentions":[{"start":1,"end":9}]}]}']
        data = "\n".join([good, *bad, "", json.dumps({"id": "z", "text": ""})]).encode() + b"\n\xff\xfe\n"
        result = run("analyze", "--input", "jsonl", "-", stdin=data)
        self.expect(result, 1, ["Line 2", "Line 3", "Line 4", "Line 5", "Line 6", "Line 7", "Line 8", "Line 11"])
        out = lines(result.stdout)
        assert len(out) == 10
        assert out[0]["id"] == "a" and out[0]["published"] == "2021-03-03"
        assert out[0]["actors"][0]["name"] == "Roe of Alder"
        assert out[0]["actors"][0]["mentions"][0] == {"start": 0, "end": 8}
        assert [o["id"] for o in out[1:8]] == [None, None, "c", "7", None, None, "m"]
        for o in out[1:8]:
            assert o["error"]["code"] == "malformed" and o["error"]["message"]
        assert out[8]["id"] == "z" and out[8]["statements"] == []
        assert out[9]["error"]["code"] == "malformed"

    def test_half_surrogates_keep_offsets(self):
        line = b'{"id":"s","text":"\\ud83d \\ud83d\\ude00 Anna Roe said: \\"We agree.\\""}\n'
        (document,) = lines(run("analyze", "--text", "--input", "jsonl", stdin=line).stdout)
        assert document["text"] == "\ufffd \U0001f600 Anna Roe said: \"We agree.\""

    def test_streams(self):
        child = subprocess.Popen([PROGRAM, "analyze", "--input", "jsonl"], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE)
        for number in range(3):
            child.stdin.write(json.dumps({"id": str(number), "text": "Tom said he agreed."}).encode() + b"\n")
            child.stdin.flush()
            assert json.loads(child.stdout.readline())["id"] == str(number)
        child.stdin.close()
        assert child.wait(60) == 0
        child.stdout.close()

    def test_jobs_give_same_bytes(self):
        text = "\n\n".join(ARTICLE.split("\n\n")[1:])
        data = "".join(json.dumps({"id": str(i), "text": text[i % 40:] + (text * (i % 7))}) + "\n"
                       for i in range(60)).encode() + b"{\n"
        one = run("analyze", "--input", "jsonl", "--jobs", "1", stdin=data)
        four = run("analyze", "--input", "jsonl", "--jobs", "4", stdin=data)
        assert one.stdout == four.stdout and one.stderr == four.stderr
        files = []
        for i in range(12):
            files.append(self.folder / f"copy{i}.txt")
            shutil.copy(self.article if i % 3 else DATA / "pdf" / "columns.pdf", files[-1])
        assert run("read", "-j", "1", *files).stdout == run("read", "-j", "4", *files).stdout
        assert run("analyze", "-j", "1", *files).stdout == run("analyze", "-j", "4", *files).stdout

    def test_output_file(self):
        out = self.folder / "out.jsonl"
        out.write_text("old")
        os.chmod(out, 0o640)
        result = run("analyze", "--output", out, self.article)
        self.expect(result, 0)
        assert result.stdout == b"" and len(lines(out.read_bytes())) == 1
        assert out.stat().st_mode & 0o777 == 0o640
        link = self.folder / "link.jsonl"
        link.symlink_to(out)
        self.expect(run("read", "--output", link, self.article), 0)
        assert link.is_symlink() and "text" in lines(out.read_bytes())[0]
        self.expect(run("read", "--output", self.folder / "no" / "out", self.article), 1, ["out"])
        self.expect(run("read", "--output", self.folder, self.article), 1, [""])
        if os.path.exists("/dev/full"):
            self.expect(run("read", "--output", "/dev/full", self.article), 1, ["/dev/full"])

    def test_interrupted_write(self):
        out = self.folder / "kept.jsonl"
        out.write_text("old")
        before = set(os.listdir(self.folder))
        child = subprocess.Popen([PROGRAM, "analyze", "--input", "jsonl", "--output", str(out)], stdin=subprocess.PIPE)
        child.stdin.write(b'{"id":"a","text":"Tom said he agreed."}\n')
        child.stdin.flush()
        deadline = time.monotonic() + 30
        while set(os.listdir(self.folder)) == before and time.monotonic() < deadline:
            time.sleep(0.02)
        child.send_signal(signal.SIGTERM)
        assert child.wait(60) == -signal.SIGTERM
        child.stdin.close()
        assert out.read_text() == "old"
        assert set(os.listdir(self.folder)) == before

    def test_graph(self):
        for ending, start in ((".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF"), (".graphml", b"<?xml"),
                              (".gexf", b"<?xml"), (".dot", b""), (".json", b"{"), (".csv", b"source,target")):
            out = self.folder / ("graph" + ending)
            self.expect(run("graph", "--network", "together", "--output", out, self.article), 0)
            assert out.read_bytes().startswith(start) and out.stat().st_size > 20, ending
        first = (self.folder / "graph.svg").read_bytes()
        self.expect(run("graph", "--network", "together", "--jobs", "3", "--output", self.folder / "graph.svg",
                        self.article), 0)
        assert (self.folder / "graph.svg").read_bytes() == first
        kept = self.folder / "kept.svg"
        kept.write_text("old")
        self.expect(run("graph", "--output", kept, self.folder / "missing.txt"), 1, ["missing.txt"])
        assert kept.read_text() == "old"

    def test_foreign_graph(self):
        edges, out = self.folder / "edges.csv", self.folder / "places.csv"
        edges.write_text("source,target,weight\na,b,1\nb,c,2\nc,d,1\n")
        self.expect(run("graph", "--input", edges, "--output", out), 0)
        rows = list(csv.DictReader(out.open()))
        assert sorted(r["node"] for r in rows) == ["a", "b", "c", "d"]
        assert all(abs(float(r["x"])) < 1e6 and abs(float(r["y"])) < 1e6 for r in rows)
        self.expect(run("graph", "--input", edges, "--output", self.folder / "edges.svg"), 0)
        self.expect(run("graph", "--input", self.folder / "missing.csv", "--output", out), 1, ["missing.csv"])
        self.expect(run("graph", "--input", self.article, "--output", out), 1, ["ferry.txt"])
        self.expect(run("graph", "--input", edges, "--output", out, self.article), 2, ["--input"])

    def test_bad_graphs(self):
        edges, out = self.folder / "odd.csv", self.folder / "odd-places.csv"
        for text, n in (("source,target\n", 0), ("source,target\na,a\n", 1),
                        ("source,target,weight\na,a,1\na,b,-3\nb,a,0\na,c,nan\na,d,1e308\na,d,2\na,b,1\n", 4)):
            edges.write_text(text)
            self.expect(run("graph", "--input", edges, "--output", out), 0)
            rows = list(csv.DictReader(out.open()))
            assert len(rows) == n, rows
            assert all(abs(float(r["x"])) < 1e6 and abs(float(r["y"])) < 1e6 for r in rows)
            self.expect(run("graph", "--input", edges, "--output", self.folder / "odd.svg"), 0)
        whole = "<graphml><graph edgedefault='directed'>" + "".join(
            "<node id='n%d'/><edge source='n%d' target='n0'/>" % (i, i) for i in range(50)) + "</graph></graphml>"
        cut = self.folder / "cut.graphml"
        cut.write_text(whole[:len(whole) // 2])
        self.expect(run("graph", "--input", cut, "--output", out), 1, ["cut.graphml"])
        # Many, half of them around one: every node is placed.
        large = self.folder / "large.csv"
        with large.open("w") as file:
            file.write("source,target\n")
            file.writelines("%d,%d\n" % (i, i - 1 if i % 3 else 0) for i in range(1, 200000))
        self.expect(run("graph", "--input", large, "--output", out), 0)
        with out.open() as file:
            assert sum(1 for _ in file) == 200001
        large.unlink()

    def test_graph_of_collection(self):
        saved, out = self.folder / "ties.hearsay", self.folder / "ties.json"
        self.expect(run("collection", "import", saved, self.article), 0)
        for network in ("about", "issues", "positions", "together", "affiliation"):
            self.expect(run("graph", "--collection", saved, "--network", network, "--output", out), 0)
            stored = json.loads(out.read_bytes())
            self.expect(run("graph", "--network", network, "--output", out, self.article), 0)
            fresh = json.loads(out.read_bytes())
            assert len(stored["nodes"]) == len(fresh["nodes"]) and len(stored["edges"]) == len(fresh["edges"]), network
            assert network != "together" or stored["edges"]
        self.expect(run("graph", "--collection", self.folder / "none.hearsay", "--output", out), 1, ["none.hearsay"])
        self.expect(run("graph", "--collection", saved, "--output", out, self.article), 2, ["--collection"])

    def test_timeline(self):
        for ending, start in ((".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF"), (".csv", b"said_on,"),
                              (".json", b"[")):
            out = self.folder / ("timeline" + ending)
            self.expect(run("timeline", "--output", out, self.article), 0)
            assert out.read_bytes().startswith(start), ending
        rows = json.loads((self.folder / "timeline.json").read_bytes())
        dates = [row["said_on"] for row in rows if row["said_on"]]
        assert "Mara Quill" in [row["speaker"] for row in rows] and dates == sorted(dates)

    def test_documented_keys(self):
        """The manual names every key of the analysis document."""
        manual = (DATA.parent.parent / "data" / "hearsay.1").read_text("utf-8")
        documented = set(re.findall(r"\\fB(\w+)\\fR", manual)) | set(re.findall(r"^\.B (\w+)$", manual, re.MULTILINE))
        written = set()

        def collect(value):
            if isinstance(value, dict):
                written.update(value)
            for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
                collect(inner)

        result = run("analyze", "--text", "--explain", *sorted((DATA.parent.parent / "data" / "samples").glob("*.txt")))
        self.expect(result, 0)
        collect(lines(result.stdout))
        assert {"antecedent", "resolved", "kind_confidence", "published_zone", "why"} <= written
        assert written <= documented, sorted(written - documented)

    def test_timeline_samples(self):
        """Who says what on which day in three articles of one story; the days are worked out by hand."""
        expected = {
            # Printed on Tuesday, 14 March 2023.
            ("Helen Carver", "2023-03-13", "direct"), ("Helen Carver", "2023-03-13", "indirect"),
            ("Tomas Reuter", "2023-03-14", "indirect"), ("Tomas Reuter", "2023-03-14", "direct"),
            ("Ingrid Solheim", "2023-W10", "indirect"), ("Ingrid Solheim", "2023-02", "indirect"),
            ("Amara Nkosi", "2023-03-13", "direct"), ("Amara Nkosi", "2023-03-13", "indirect"),
            # Printed on Tuesday, 28 March 2023.
            ("Helen Carver", "2023-03-25", "indirect"), ("Helen Carver", "2023-03-26", "direct"),
            ("Tomas Reuter", "2023-03-27", "indirect"), ("Tomas Reuter", "2023-03-27", "direct"),
            ("Ingrid Solheim", "2023-03-24", "indirect"), ("Harbour Board", "2023-02", "indirect"),
            ("Amara Nkosi", "2023-03-27", "direct"),
            # Printed on Tuesday, 9 May 2023.
            ("Helen Carver", "2023-05-08", "direct"), ("Tomas Reuter", "2023-05-07", "indirect"),
            ("Tomas Reuter", "2023-05-07", "direct"), ("Amara Nkosi", "2023-05-08", "indirect"),
            ("Amara Nkosi", "2023-05-09", "direct"), ("Ingrid Solheim", "2023-04", "indirect"),
        }
        out = self.folder / "samples.json"
        self.expect(run("timeline", "--output", out, *sorted((DATA / "timeline").glob("*.txt"))), 0)
        rows = json.loads(out.read_bytes())
        found = {(row["speaker"], row["said_on"], row["kind"]) for row in rows}
        assert expected <= found, sorted(expected - found)
        assert len(rows) <= len(expected) + 4, len(rows)
        assert {row["publisher"] for row in rows} == {"The Lindmoor Courier", "Northern Wire"}

    def test_timeline_modes(self):
        """What is drawn can be had as data, and each way to draw draws something else."""
        articles = sorted((DATA / "timeline").glob("*.txt"))
        pictures = []
        for show, columns in (("marks", "said_on,"), ("curves", "speaker,issue,time,position,low,high"),
                              ("totals", "speaker,from,to,support,neutral,oppose,statements")):
            picture, table, data = (self.folder / (show + ending) for ending in (".svg", ".csv", ".json"))
            for out in (picture, table, data):
                self.expect(run("timeline", "--show", show, "--output", out, *articles), 0)
            pictures.append(picture.read_bytes())
            assert table.read_text("utf-8").startswith(columns), show
            assert len(json.loads(data.read_bytes())) == len(table.read_text("utf-8").splitlines()) - 1 > 0, show
        assert len(set(pictures)) == 3
        months = self.folder / "months.json"
        self.expect(run("timeline", "--show", "totals", "--unit", "month", "--output", months, *articles), 0)
        rows = json.loads(months.read_bytes())
        assert all(row["from"].endswith("-01") and
                   row["support"] + row["neutral"] + row["oppose"] == row["statements"] for row in rows)
        everybody = sum(row["statements"] for row in rows if row["speaker"] is None)
        assert everybody == sum(row["statements"] for row in rows if row["speaker"] is not None) > 10
        steps = self.folder / "steps.json"
        self.expect(run("timeline", "--show", "curves", "--curve", "stepped", "--output", steps, *articles), 0)
        for row in json.loads(steps.read_bytes()):
            assert -1 <= row["low"] <= row["position"] <= row["high"] <= 1, row

    def test_zones(self):
        """The zone that a source states is kept; what is written is the same wherever the program runs."""
        article = self.folder / "zone.txt"
        article.write_text("Ferry delayed again\n\nPublished: 2021-03-03T23:40:00+08:00\n\n"
                           "Mara Quill, a harbour pilot, said on Wednesday that the ferry was late.\n", "utf-8")
        (document,) = lines(run("read", article).stdout)
        assert document["published"] == "2021-03-03T23:40" and document["published_zone"] == "+08:00"
        (analysis,) = lines(run("analyze", article).stdout)
        assert analysis["published_zone"] == "+08:00"
        assert analysis["statements"][0]["said_on"]["value"] == "2021-03-03"
        saved = self.folder / "zone.hearsay"
        self.expect(run("collection", "import", saved, article), 0)
        (stored,) = lines(run("collection", "export", saved).stdout)
        assert stored["published"] == "2021-03-03T23:40" and stored["published_zone"] == "+08:00"
        for ending in (".svg", ".csv", ".json"):
            outputs = set()
            for zone in ("UTC", "EST5EDT", "Pacific/Auckland"):
                out = self.folder / ("zone" + ending)
                self.expect(run("timeline", "--output", out, article, env={**os.environ, "TZ": zone}), 0)
                outputs.add(out.read_bytes())
            assert len(outputs) == 1, ending

    def test_collection(self):
        saved = self.folder / "saved.hearsay"
        self.expect(run("collection"), 2, ["import"])
        self.expect(run("collection", "mend", saved), 2, ["import"])
        self.expect(run("collection", "check", saved), 1, ["saved.hearsay: There is no such file"])
        self.expect(run("collection", "import", saved, self.article, self.folder / "missing.txt"), 1, ["missing.txt"])
        self.expect(run("collection", "check", saved), 0)
        result = run("collection", "export", "--text", saved)
        self.expect(result, 0)
        (stored,), (fresh,) = lines(result.stdout), lines(run("analyze", "--text", self.article).stdout)
        for key in ("id", "title", "published", "text"):
            assert stored[key] == fresh[key], key
        assert len(stored["statements"]) == len(fresh["statements"])
        result = run("collection", "search", saved, "ferry")
        self.expect(result, 0)
        (hit,) = lines(result.stdout)
        assert hit["article"] == fresh["id"] and "**ferry**" in hit["snippet"]
        assert run("collection", "search", saved, "herring").stdout == b""
        self.expect(run("collection", "check", self.article), 1, ["ferry.txt"])
        nothing = self.folder / "nothing.hearsay"
        nothing.touch()
        for verb in "check", "export", "actors", "issues":
            self.expect(run("collection", verb, nothing), 1, ["nothing.hearsay: The file is empty"])
        assert nothing.stat().st_size == 0

    def test_collection_of_lines(self):
        saved = self.folder / "lines.hearsay"
        records = [{"id": "one", "title": "The pier", "published": "2021-05-04", "publisher": "The Alder Gazette",
                    "text": "“The pier is safe,” said Mara Quill."},
                   {"id": "two", "text": "Ivo Brandt said the pier was closed.", "actors": [{"name": "the pier"}]}]
        text = "".join(json.dumps(record) + "\n" for record in records)
        file, other = self.folder / "articles.JSONL", self.folder / "articles.txt"
        file.write_text(text + "\n{\n", "utf-8")
        other.write_text(text, "utf-8")
        # The name says what is in it; a wrong line is told, the others are there.
        self.expect(run("collection", "import", saved, file), 1, ["articles.JSONL: Line 4"])
        one, two = lines(run("collection", "export", "--text", saved).stdout)
        fresh = lines(run("analyze", "--input", "jsonl", "--text", other).stdout)
        for stored, line, record in zip((one, two), fresh, records):
            assert stored["text"] == record["text"] and stored["id"] == line["id"] == record["id"]
            assert len(stored["statements"]) == len(line["statements"]) == 1
        assert (one["title"], one["published"], one["publisher"]) == ("The pier", "2021-05-04", "The Alder Gazette")
        assert "the pier" in [actor["name"] for actor in two["actors"]], two["actors"]
        assert lines(run("analyze", "--text", file).stdout)[:2] == fresh
        # Where the name does not say it, or says otherwise, an option does.
        for number, (arguments, articles) in enumerate(((("--input", "jsonl", other), 2), ((other,), 1),
                                                        (("--input", "files", file), 1))):
            saved = self.folder / ("lines%d.hearsay" % number)
            self.expect(run("collection", "import", saved, *arguments), 0)
            assert len(lines(run("collection", "export", saved).stdout)) == articles
        saved = self.folder / "stream.hearsay"
        self.expect(run("collection", "import", saved, "--input", "jsonl", "-", stdin=text.encode()), 0)
        assert len(lines(run("collection", "export", saved).stdout)) == 2
        # What analyze prints loads, too.
        documents = self.folder / "documents.jsonl"
        self.expect(run("analyze", "--text", "--output", documents, self.article), 0)
        self.expect(run("collection", "import", saved, documents), 0)
        assert len(lines(run("collection", "export", saved).stdout)) == 3
        self.expect(run("collection", "import", saved, "--input", "xml", file), 2, ["--input"])

    def test_people(self):
        saved = self.folder / "people.hearsay"
        texts = {"one": "Jose Nunez, a harbour pilot, said the sea was cold.", "two": "José Núñez said the wind was cold.",
                 "three": "Pepe Nunez said the rain was cold."}
        for name, text in texts.items():
            path = self.folder / (name + ".txt")
            path.write_text(name.capitalize() + " on the sea\n\nPublished 2021-03-0%d\n\n" % (len(name) - 2) + text + "\n", "utf-8")
            self.expect(run("collection", "import", saved, path), 0)

        def actors():
            result = run("collection", "actors", saved)
            self.expect(result, 0)
            return {actor["name"]: actor for actor in lines(result.stdout)}

        people = actors()
        assert people["Jose Nunez"]["statements"] == 2 and people["Jose Nunez"]["aliases"] == ["José Núñez"], people
        assert people["Jose Nunez"]["roles"][0]["role"] == "harbour pilot", people
        assert people["Pepe Nunez"]["statements"] == 1
        self.expect(run("collection", "merge", saved, "Jose Nunez"), 2, ["at least one other"])
        self.expect(run("collection", "merge", saved, "Jose Nunez", "Nobody"), 1, ["There is no actor “Nobody”"])
        self.expect(run("collection", "merge", saved, "Jose Nunez", "Pepe Nunez"), 0)
        people = actors()
        assert people["Jose Nunez"]["statements"] == 3 and people["Pepe Nunez"]["statements"] == 0, people
        article = lines(run("collection", "export", saved).stdout)[2]["id"]
        self.expect(run("collection", "split", saved, "Jose Nunez", "nowhere"), 1, ["There is no article “nowhere”"])
        self.expect(run("collection", "split", saved, "Jose Nunez", article), 0)
        assert sorted(actor["statements"] for actor in lines(run("collection", "actors", saved).stdout)
                      if "Nunez" in actor["name"]) == [0, 1, 2]

    def test_graph_of_facts(self):
        article = self.folder / "facts.txt"
        article.write_text("Two neighbours\n\nNorway and Denmark signed a fishing pact on Monday. Sweden imposed tariffs on Finland.\n\n"
                           "“Norway is a good friend,” said Ada Berg, who lives in Denmark.\n", encoding="utf-8")
        saved, out = self.folder / "facts.hearsay", self.folder / "facts.json"
        self.expect(run("collection", "import", saved, article), 0)
        for source in (["--collection", saved], [article]):
            self.expect(run("graph", "--network", "facts", "--output", out, *source), 0)
            network = json.loads(out.read_text())
            names = {node["id"]: node["name"] for node in network["nodes"]}
            edges = {(names[edge["source"]], names[edge["target"]], edge["kind"]) for edge in network["edges"]}
            assert len(edges) == 2 and ("Sweden", "Finland", "conflict") in edges, edges
            assert {kind for _, _, kind in edges} == {"conflict", "cooperation"}
        self.expect(run("graph", "--network", "facts", "--output", out, "--collection", self.folder / "none"), 1, ["no such file"])

    def test_collection_issues(self):
        saved = self.folder / "issues.hearsay"
        self.expect(run("collection", "import", saved, self.article), 0)

        def issues():
            result = run("collection", "issues", saved)
            self.expect(result, 0)
            return {issue["name"]: issue for issue in lines(result.stdout)}

        found = issues()
        self.expect(run("collection", "issue-add", saved), 2, ["Name the issue"])
        self.expect(run("collection", "issue-add", saved, "harbour council", "the harbour"), 0)
        added = issues()["harbour council"]
        assert added["kept"] and added["wordings"] == ["the harbour"]
        (document,) = lines(run("collection", "export", saved).stdout)
        assert "harbour council" in [issue["name"] for issue in document["issues"]]
        self.expect(run("collection", "issue-rename", saved, "harbour council", "town council"), 0)
        assert issues()["town council"]["wordings"] == ["the harbour", "harbour council"]
        self.expect(run("collection", "issue-wordings", saved, "town council", "islands"), 0)
        assert issues()["town council"]["statements"] > 0
        self.expect(run("collection", "issue-add", saved, "the vote"), 0)
        self.expect(run("collection", "issue-merge", saved, "town council", "Votes"), 1, ["There is no issue “Votes”"])
        self.expect(run("collection", "issue-merge", saved, "town council", "the vote"), 0)
        assert "the vote" not in issues()
        self.expect(run("collection", "issue-split", saved, "town council", "the vote"), 0)
        assert "the vote" in issues()
        self.expect(run("collection", "issue-add", saved, "Town Councils"), 1, ["is a wording of the issue “town council”"])
        self.expect(run("collection", "issue-delete", saved, "the vote", "town council"), 0)
        assert issues().keys() == found.keys()
        # What is imported later is read with the issues that people keep, positions included.
        later = self.folder / "later.txt"
        later.write_text("Tolls\n\nMara Quill said there is no need for a ferry toll.\n", encoding="utf-8")
        self.expect(run("collection", "issue-add", saved, "crossing fee", "ferry tolls"), 0)
        self.expect(run("collection", "import", saved, later), 0)
        document = lines(run("collection", "export", saved).stdout)[1]
        names = {issue["id"]: issue["name"] for issue in document["issues"]}
        (stance,) = [stance for statement in document["statements"] for stance in statement["stances"]
                     if names.get(stance["target"]) == "crossing fee"]
        assert stance["position"] == "oppose", stance

    def test_without_a_statement(self):
        plain = self.folder / "plain.txt"
        plain.write_text("The sea is wide. The boats are small.\n")
        result = run("analyze", plain)
        self.expect(result, 0)
        assert lines(result.stdout)[0]["statements"] == []
        self.expect(run("graph", "--output", self.folder / "none.svg", plain), 0)
        self.expect(run("timeline", "--output", self.folder / "none.png", plain), 0)


def main():
    names = [name for name in dir(Checks) if name.startswith("test_")]
    failed = 0
    print(f"1..{len(names)}")
    for number, name in enumerate(names, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                getattr(Checks(pathlib.Path(folder).resolve()), name)()
                print(f"ok {number} {name}", flush=True)
            except Exception as error:
                failed += 1
                trace = error.__traceback__
                while trace.tb_next is not None and trace.tb_next.tb_frame.f_code.co_filename == __file__:
                    trace = trace.tb_next
                print(f"not ok {number} {name}\n# line {trace.tb_lineno}: {error!r}"[:2000], flush=True)
    return 1 if failed else 0


sys.exit(main())
