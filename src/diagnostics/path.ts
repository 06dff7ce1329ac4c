/** Where a value stands in a document: keys of objects and 0-based indexes of lists, from the root. */
export type Path = readonly (string | number)[];

const PLAIN_KEY = /^[A-Za-z_$][A-Za-z0-9_$]{0,99}$/;

/**
 * `["config", "scaling_groups", 0, "min_workers"]` -> `config.scaling_groups[0].min_workers`. The root is `(document)`.
 * Keys that are no identifiers stand in quotes; one of more than 100 characters is cut.
 */
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

const STEP = /\.?([A-Za-z_$][A-Za-z0-9_$-]*)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]/y;

/** The inverse of `formatPath`, which also reads keys with dashes bare; undefined for what is no path. */
export function parsePath(text: string): Path | undefined {
  const path: (string | number)[] = [];
  const step = new RegExp(STEP);
  while (step.lastIndex < text.length) {
    const match = step.exec(text);
    if (match === null) return undefined;
    const [, key, index, quoted] = match;
    const next = index === undefined ? (key ?? unquoteKey(quoted ?? "")) : Number(index);
    if (next === undefined) return undefined;
    path.push(next);
  }
  return path;
}

function unquoteKey(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
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
