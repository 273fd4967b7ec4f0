"""Checks messages against messages.schema.json: a list of them as JSON on standard input, a list of what is wrong on standard output."""
import json
import pathlib
import sys

import jsonschema

schema = json.loads((pathlib.Path(__file__).parent / "messages.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)


def wrong(value, reference):
    """What is wrong with a value, after the part of the schema that a reference names."""
    validator = jsonschema.Draft202012Validator({"$defs": schema["$defs"], "$ref": reference})
    for error in validator.iter_errors(value):
        best = jsonschema.exceptions.best_match([error])
        yield f"{best.json_path}: {best.message}"


found = []
for message in json.load(sys.stdin):
    kind = message.get("header", {}).get("msg_type", "")
    problems = list(wrong(message, "#/$defs/message"))
    if kind in schema["$defs"]["contents"]:
        problems += wrong(message.get("content"), f"#/$defs/contents/{kind}")
    else:
        problems.append("no message of this type may be sent")
    found += [f"{kind}: {problem}" for problem in problems]
json.dump(found, sys.stdout)
