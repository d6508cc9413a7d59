"""Holds bills of the shop against programs that have nothing to do with it (make check-bills).

The payload: by qrbill (Python) and swissqrbill (JavaScript) from the same fields. The code: read by zxing-cpp from the PDF as
pdfium draws it. The texts: where pdfium finds them on the sheet.
"""

import json
import subprocess
import sys
import unicodedata
from decimal import Decimal
from pathlib import Path

import pypdfium2
import zxingcpp
from qrbill import QRBill
from stdnum.ch import esr

PT = 25.4 / 72
LIMITS = {"name": 70, "street": 70, "number": 16, "postcode": 16, "town": 35, "country": 2}
ORDER = ["name", "street", "number", "postcode", "town", "country"]


def permitted(c):
    return 0x20 <= ord(c) <= 0x7E or 0xA0 <= ord(c) <= 0x17F or c in "ȘșȚț€"


def folded(text):
    """The text in permitted characters by Unicode's own tables; None where those do not say."""
    out = []
    for c in unicodedata.normalize("NFC", text):
        bare = c if permitted(c) else "".join(p for p in unicodedata.normalize("NFKD", c) if not unicodedata.combining(p))
        if not bare or not all(map(permitted, bare)):
            return None
        out.append(bare)
    return " ".join("".join(out).split())


def coded(bill, ours):
    """The fields as a code may say them: by our own reckoning here; from our code only what no table of Unicode says."""
    told, unsure = {}, 0
    for side, first in (("creditor", 5), ("debtor", 21)):
        said = {}
        for at, field in enumerate(ORDER):
            text = folded(bill[side][field])
            if text is None or len(text) > LIMITS[field]:
                text, unsure = ours[first + at], unsure + 1
                assert all(map(permitted, text)) and 0 < len(text) <= LIMITS[field], (field, text)
            said[field] = text
        told[side] = said
    return told, unsure


def reference(order):
    digits = f"{order:026}"
    return digits + esr.calc_check_digit(digits)


def texts(page):
    """Every run of text with its box: left, top, right, bottom in millimetres from the upper left."""
    text, height = page.get_textpage(), page.get_height()
    for at in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(at)
        yield text.get_text_bounded(left, bottom, right, top), (left * PT, (height - top) * PT, right * PT, (height - bottom) * PT)


def misplaced(page):
    for said, (left, top, right, bottom) in texts(page):
        if top < 192:
            if left < 15 or right > 205 or top < 5:
                yield said, "runs off the sheet"
            if bottom > 191:
                yield said, "reaches the payment part"
            continue
        # pdfium measures ink: a j begins a little before its place, the accents of an ȉ up to 0.4 mm.
        if not (left >= 4.6 and right <= 57 or left >= 66.6 and right <= 205) or bottom > 292:
            yield said, "is out of receipt and payment part"
        if right > 62 and left < 118 and bottom > 204 and top < 260:
            yield said, "is over the code"


def main(packages, folder):
    bills = json.loads((folder / "bills.json").read_text("utf8"))
    faults, unsure = [], 0
    for bill in bills:
        ours = bill["payload"].split("\n")
        told, more = coded(bill, ours)
        unsure += more
        bill.update(told, reference=reference(bill["order"]))
    (folder / "coded.json").write_text(json.dumps(bills), "utf8")
    script = Path(__file__).with_name("compare.mjs")
    npm = json.loads(subprocess.run(["node", script, packages, folder / "coded.json"], check=True, capture_output=True).stdout)
    for at, (bill, other) in enumerate(zip(bills, npm, strict=True)):
        party = lambda said: {
            "name": said["name"], "street": said["street"], "house_num": said["number"],
            "pcode": said["postcode"], "city": said["town"], "country": said["country"],
        }
        made = QRBill(
            account=bill["iban"], creditor=party(bill["creditor"]), debtor=party(bill["debtor"]),
            amount=str(Decimal(bill["rappen"]) / 100), reference_number=bill["reference"],
            additional_information=bill["message"], language=bill["language"],
        )
        for name, payload in (("qrbill", made.qr_data()), ("swissqrbill", other)):
            theirs, ours = payload.replace("\r\n", "\n").rstrip("\n").split("\n"), bill["payload"].split("\n")
            if theirs != ours:
                faults.append(f"{at}: {name} {[pair for pair in zip(theirs, ours) if pair[0] != pair[1]]} {len(theirs)}")
        document = pypdfium2.PdfDocument(folder / f"{at}.pdf")
        page = document[0]
        faults += [f"{at}: {said!r} {what}" for said, what in misplaced(page)]
        scale = 300 / 72
        picture = page.render(scale=scale).to_pil().convert("L")
        box = [mm / 25.4 * 300 for mm in (62, 204, 118, 260)]
        codes = zxingcpp.read_barcodes(picture.crop([round(side) for side in box]), formats=zxingcpp.BarcodeFormat.QRCode)
        read = [code.bytes.decode("utf8") for code in codes]
        if read != [bill["payload"]]:
            faults.append(f"{at}: zxing-cpp reads {read}")
    print(f"{len(bills)} bills against qrbill, swissqrbill, zxing-cpp and pdfium: {len(faults)} differences")
    print(f"{unsure} of {len(bills) * 12} fields with letters that no table of Unicode takes apart, or longer than the code: as ours")
    print("\n".join(faults[:20]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
