import { dns1035LabelProblem } from "../../api/identifiers/dns-label.ts";
import type { Finding, Source } from "../../diagnostics/diagnostic.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showValue } from "../../diagnostics/show.ts";
import { MAXIMUM_NAME_LENGTH } from "./request-schema.ts";

const FIELD = "name_prefix";

/**
 * A request over which patches were laid, with what they say in `name_prefix` in front of its name. The field is theirs alone:
 * a request writes its name as it is. What is wrong with the whole name is told of the prefix where the name alone is right.
 */
export function prefixName(request: Source, layered: Source): Source {
  const { data, rangeOf } = layered;
  if (!isPlainObject(data) || !Object.hasOwn(data, FIELD)) return layered;
  if (isPlainObject(request.data) && Object.hasOwn(request.data, FIELD)) return layered;
  const { [FIELD]: prefix, ...fields } = data;
  if (typeof prefix !== "string") {
    return { ...layered, data: fields, findings: [...layered.findings, noText(prefix, layered)] };
  }
  const { name } = fields;
  if (typeof name !== "string") return { ...layered, data: fields };
  const isNameAtFault = dns1035LabelProblem(name, MAXIMUM_NAME_LENGTH) !== undefined;
  return {
    ...layered,
    data: { ...fields, name: prefix + name },
    rangeOf: (path, target) =>
      rangeOf?.(path[0] === "name" && !isNameAtFault ? [FIELD] : path, target),
  };
}

function noText(prefix: unknown, { document, rangeOf }: Source): Finding {
  const range = rangeOf?.([FIELD], "value");
  return {
    code: "wrong-type",
    document,
    path: [FIELD],
    message: `${FIELD} must be a string, but it is ${showValue(prefix)}.`,
    hint: "Write what is to stand in front of the name, such as staging-.",
    ...(range === undefined ? {} : { range }),
  };
}
