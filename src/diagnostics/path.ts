/** Where a value stands in a document: keys of objects and 0-based indexes of lists, from the root. */
export type Path = readonly (string | number)[];

const PLAIN_KEY = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** `["config", "scaling_groups", 0, "min_workers"]` -> `config.scaling_groups[0].min_workers`. The root is `(document)`. */
export function formatPath(path: Path): string {
  if (path.length === 0) return "(document)";
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (!PLAIN_KEY.test(step)) text += `[${quoteKey(step)}]`;
    else text += text === "" ? step : `.${step}`;
  }
  return text;
}

/** The same place as a JSON Pointer (RFC 6901): `/config/scaling_groups/0/min_workers`; the root is the empty string. */
export function formatPointer(path: Path): string {
  return path
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/** JSON quoting, cut to 100 characters, with everything outside printable ASCII escaped. */
function quoteKey(key: string): string {
  const cut = key.length > 100 ? `${key.slice(0, 99)}…` : key;
  return JSON.stringify(cut).replace(/[^\x20-\x7e…]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
