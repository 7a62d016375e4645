"""Judges descriptions of clusters by eksctl's own schema and by AWS's own service models: JSON in, problems out."""
import json
import sys

import botocore.session
import jsonschema
from botocore import xform_name
from botocore.validate import ParamValidator

given = json.load(sys.stdin)
problems = []

if given["schema"] is not None:
    with open(given["schema"], encoding="utf-8") as file:
        schema = json.load(file)
    # eksctl asks for `type` beside a provider's fields, and its schema forbids it there: nothing would ever fit both.
    schema["definitions"]["OIDCIdentityProvider"]["properties"]["type"] = {"const": "oidc"}
    validator = jsonschema.Draft7Validator(schema)
    for name, document in given["documents"].items():
        for error in validator.iter_errors(document):
            problems.append(f"{name} eksctl {'/'.join(map(str, error.path))}: {error.message}")

session = botocore.session.get_session()


def inside_enums(shape, value, path):
    """botocore's validator passes over enums and patterns; enums are looked at here."""
    if shape.type_name == "structure":
        for key, inner in value.items():
            if key in shape.members:
                yield from inside_enums(shape.members[key], inner, f"{path}.{key}")
    elif shape.type_name == "list":
        for index, inner in enumerate(value):
            yield from inside_enums(shape.member, inner, f"{path}[{index}]")
    elif shape.type_name == "map":
        for key, inner in value.items():
            yield from inside_enums(shape.value, inner, f"{path}.{key}")
    elif shape.type_name == "string" and getattr(shape, "enum", []) and value not in shape.enum:
        yield f"{path}: {value} is not one of {shape.enum}"


for name, steps in given["steps"].items():
    for step in steps:
        if "input" not in step:
            continue
        service, command = step["command"].split(" ")
        model = session.get_service_model(service)
        operations = {xform_name(one, "-"): one for one in model.operation_names}
        if command not in operations:
            problems.append(f"{name} {step['name']}: {service} has no {command}")
            continue
        shape = model.operation_model(operations[command]).input_shape
        report = ParamValidator().validate(step["input"], shape)
        if report.has_errors():
            problems.append(f"{name} {step['name']}: {report.generate_report()}")
        else:
            problems += [f"{name} {step['name']}{one}" for one in inside_enums(shape, step["input"], "")]

amis = session.get_service_model("eks").shape_for("AMITypes").enum
print(json.dumps({"problems": problems, "amiTypes": [one for one in amis if one != "CUSTOM"]}))
