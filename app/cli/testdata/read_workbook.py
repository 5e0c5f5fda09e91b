"""Prints what openpyxl, which shares no code with the program, finds in a workbook: a JSON object of its sheets."""
import json
import sys

import openpyxl


def cell(c):
    return None if c.value is None else {"type": c.data_type, "value": str(c.value)}


book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({
    sheet.title: {
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "bold": all(c.font.b for c in sheet[1]),
        "rows": [[cell(c) for c in row] for row in sheet.iter_rows()],
    }
    for sheet in book.worksheets
}))
