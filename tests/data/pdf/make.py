#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the PDF files of this folder. They are committed; run it again only to change them."""
import hashlib
import pathlib
import struct

HERE = pathlib.Path(__file__).parent

WIDTHS = {" ": 278, "i": 222, "l": 222, "t": 278, "f": 278, "r": 333, "j": 222, "m": 833, "w": 722, ",": 278,
          ".": 278, "-": 333}


def width(text, size):
    return sum(WIDTHS.get(c, 556 if not c.isupper() else 680) for c in text) * size / 1000


def wrap(text, size, measure, indent=0.0, hyphens=()):
    """Lines of at most measure points; words in hyphens may be cut at their |."""
    lines, line, room = [], "", measure - indent
    for word in text.split():
        plain = word.replace("|", "")
        trial = (line + " " + plain).strip()
        if width(trial, size) <= room:
            line = trial
            continue
        if "|" in word:
            first, rest = word.split("|")
            if width((line + " " + first + "-").strip(), size) <= room:
                lines.append((line + " " + first + "-").strip())
                line, room = rest, measure
                continue
        lines.append(line)
        line, room = plain, measure
    lines.append(line)
    return lines


def escape(text):
    data = text.encode("cp1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


class Page:
    def __init__(self):
        self.ops = []

    def text(self, x, y, size, words):
        self.ops.append(b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, x, y, escape(words)))


def rc4(key, data):
    s, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + s[i] + key[i % len(key)]) & 255
        s[i], s[j] = s[j], s[i]
    i = j = 0
    for byte in data:
        i = (i + 1) & 255
        j = (j + s[i]) & 255
        s[i], s[j] = s[j], s[i]
        out.append(byte ^ s[(s[i] + s[j]) & 255])
    return bytes(out)


PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def build(name, pages, info=b"", password=None, picture=False):
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", None,
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
               b"<< %s >>" % info]
    kids = []
    for page in pages:
        stream = b"\n".join(page.ops)
        if picture:
            stream = b"q 400 0 0 600 100 100 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x00\xff\xff\x00 EI Q"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                       b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    trailer = b""
    if password is not None:
        file_id = hashlib.md5(name.encode()).digest()
        user = (password + PAD)[:32]
        owner = rc4(hashlib.md5(user).digest()[:5], user)
        key = hashlib.md5(user + owner + struct.pack("<i", -4) + file_id).digest()[:5]
        for i, body in enumerate(objects):
            if b"\nstream\n" in body:
                head, stream = body.split(b"\nstream\n", 1)
                stream = stream[:-len(b"\nendstream")]
                own = hashlib.md5(key + struct.pack("<I", i + 1)[:3] + b"\0\0").digest()[:10]
                objects[i] = head + b"\nstream\n" + rc4(own, stream) + b"\nendstream"
        objects[3] = b"<< >>"
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" %
                       (owner.hex().encode(), rc4(key, PAD).hex().encode()))
        trailer = b" /Encrypt %d 0 R /ID [<%s> <%s>]" % (len(objects), file_id.hex().encode(), file_id.hex().encode())
    out, offsets = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for i, body in enumerate(objects):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i + 1, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % o for o in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, trailer, start)
    (HERE / name).write_bytes(out)


PARAGRAPHS = [
    "The harbour council of Port Alder voted on Tuesday to keep the old ferry running for two more years, ending a "
    "dis|pute that had lasted since the spring. The vote was close, and three mem|bers left the room before it was taken.",
    "\u201cNobody is going to be left on the island,\u201d said Mara Quill, who chairs the council. She added that a "
    "long-term plan would fol|low in the autumn, and that the island\u2019s own council would be asked about it.",
    "The owners said the vote would cost them 40,000 crowns a month. They have not de|cided whether to go to court. "
    "\u201cWe will read the deci|sion first,\u201d Ivo Brandt, their lawyer, told the Gazette.",
    "Passengers were re|lieved. Ellen Marsh, a nurse who takes the ferry every morning, said she had already begun to "
    "look for a room in town. \u201cNow I can stay where my mother lives,\u201d she said.",
    "The regional govern|ment, which pays a third of the costs, had asked for a bridge instead. A spokesman for the "
    "government said it respected the vote but would not pay for the ferry for ever.",
    "Mr Brandt said the owners would also ask the region for an ans|wer. \u201cSomebody has to pay,\u201d he said.",
]


def columns():
    """Two columns on two pages, running heads, page numbers, words cut at line ends."""
    lines = []
    for paragraph in PARAGRAPHS:
        for i, line in enumerate(wrap(paragraph, 10, 230, indent=12)):
            lines.append((12 if i == 0 else 0, line))
    pages, at = [], 0
    for number in (1, 2):
        page = Page()
        page.text(60, 805, 8, "THE ALDER GAZETTE")
        page.text(290, 30, 8, str(number))
        top = 770
        if number == 1:
            page.text(60, 740, 22, "Port Alder keeps its ferry")
            page.text(60, 715, 10, "By Jane Roe")
            page.text(60, 700, 10, "March 3, 2021")
            top = 670
        rows = (len(lines) + 3) // 4
        for column in (0, 1):
            y = top
            for indent, line in lines[at:at + rows]:
                page.text(60 + 250 * column + indent, y, 10, line)
                y -= 13
            at += rows
        pages.append(page)
    return pages


def single():
    """One column, no title in large type: the title is in the file's own description."""
    page, y = Page(), 780
    for paragraph in PARAGRAPHS[:3]:
        for line in wrap(paragraph.replace("|", ""), 11, 470):
            page.text(60, y, 11, line)
            y -= 14
        y -= 10
    return [page]


build("columns.pdf", columns())
build("single.pdf", single(), b"/Title (The ferry of Port Alder) /Author (Jane Roe) /CreationDate (D:20210304080000Z)")
build("locked.pdf", single(), password=b"secret")
build("picture.pdf", [Page()], picture=True)
(HERE / "broken.pdf").write_bytes((HERE / "single.pdf").read_bytes()[:300] + b"\0" * 40)
