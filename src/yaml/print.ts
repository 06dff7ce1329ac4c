import { uncarriedCodePoint } from "../diagnostics/carried-text.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { readingArgument } from "../diagnostics/read-options.ts";
import { flowText } from "./flow-text.ts";
import { plainFieldNames } from "./plain-field-names.ts";
import { printText } from "./print-text.ts";

/**
 * A plain tree as one YAML document: block style, two spaces, line feeds, a line break at the end, keys in their own
 * order. No anchors, tags, comments or folded lines. YAML 1.1 and 1.2 readers take it for the same data.
 * A plain tree is null, booleans, safe integers, fractions, strings, dense arrays and plain objects, by their own enumerable string
 * keys, at most 100 levels deep (`object` lets interfaces in, which have no index signature). For anything else, for the
 * key `<<`, for a key of more than 1,000 characters as printed and for text that no YAML reader carries, it throws a
 * TypeError that names the path: validation keeps those out, so that would be a bug of ours.
 */
export function printYaml(value: PlainData | object): string {
  return printLines(value, 0);
}

/** The same with small maps on one line each, as a person would write the document; lines of at most 80 columns for them. */
export function printCompactYaml(value: PlainData | object): string {
  return printLines(value, COMPACT_COLUMNS);
}

const COMPACT_COLUMNS = 80;

function printLines(value: PlainData | object, columns: number): string {
  const path: Steps = [];
  try {
    return isCollection(value)
      ? printCollection(value, path, 0, columns)
      : `${printScalar(value, path, 0)}\n`;
  } catch (cause) {
    if (cause instanceof TypeError && cause.message.startsWith(REFUSAL)) throw cause;
    const message = `${REFUSAL} a getter or a proxy in it threw.`;
    throw new TypeError(message, { cause });
  }
}

const REFUSAL = "Cannot print YAML:";

/** Several documents in one text, with `---` between two. Throws a TypeError as `printYaml` does. */
export function printYamlDocuments(values: readonly (PlainData | object)[]): string {
  const all = readingArgument("toYamlDocuments", "values", "a list", () => {
    if (!Array.isArray(values)) throw new TypeError("It is not a list.");
    return Array.from<PlainData | object>(values);
  });
  return all.map(printYaml).join("---\n");
}

/** A list or an object: what has members. */
type Collection = { readonly [key: string]: unknown };

/** Whether a text can be the key of what is printed. */
export function isPrintableKey(key: string): boolean {
  const printed = key === "<<" ? undefined : printText(key, undefined);
  return printed !== undefined && printed.length <= MAXIMUM_PRINTED_KEY_LENGTH;
}

/** The steps to the current node; only as many as the depth says are meant, so that none need be taken off. */
type Steps = (string | number)[];

const MAXIMUM_DEPTH = 100;
/** By depth; a block of text stands one step deeper than the deepest collection. */
const INDENTS = Array.from({ length: MAXIMUM_DEPTH + 1 }, (_, depth) => "  ".repeat(depth));
const TOO_DEEP = `is nested deeper than ${MAXIMUM_DEPTH} levels`;
const MAXIMUM_PRINTED_KEY_LENGTH = 1_000;
const DASH = "- ";
const EMPTY_LIST = "[]\n";
const EMPTY_OBJECT = "{}\n";

function isCollection(value: unknown): value is Collection {
  return typeof value === "object" && value !== null;
}

/** Lines that all start at the indent of `depth`, save the first, which stands where the caller has got to. */
function printCollection(value: Collection, path: Steps, depth: number, columns: number): string {
  if (depth >= MAXIMUM_DEPTH) return refuse(TOO_DEEP, path, depth);
  return Array.isArray(value)
    ? printList(value, path, depth, columns)
    : printObject(value, path, depth, columns);
}

function printList(list: readonly unknown[], path: Steps, depth: number, columns: number): string {
  if (list.length === 0) return EMPTY_LIST;
  const indent = indentAt(depth);
  let text = "";
  for (let index = 0; index < list.length; index++) {
    path[depth] = index;
    const item = list[index];
    if (index > 0) text += indent;
    const flow = columns > 0 ? flowText(item, columns - indent.length - DASH.length) : undefined;
    if (flow !== undefined) text += `${DASH}${flow}\n`;
    else {
      text += isCollection(item)
        ? DASH + printCollection(item, path, depth + 1, columns)
        : `${DASH}${printScalar(item, path, depth + 1)}\n`;
    }
  }
  return text;
}

function printObject(object: Collection, path: Steps, depth: number, columns: number): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) {
    return refuse("is an instance of a class", path, depth);
  }
  const indent = indentAt(depth);
  let text = "";
  for (const key of Object.keys(object)) {
    const member = object[key];
    path[depth] = key;
    if (text !== "") text += indent;
    const name = plainFieldNames.has(key) ? key : printKey(key, path, depth + 1);
    const flow =
      columns > 0 ? flowText(member, columns - indent.length - name.length - 2) : undefined;
    if (flow !== undefined) text += `${name}: ${flow}\n`;
    else if (isCollection(member)) {
      const lines = printCollection(member, path, depth + 1, columns);
      const isEmpty = lines === EMPTY_LIST || lines === EMPTY_OBJECT;
      text += isEmpty ? `${name}: ${lines}` : `${name}:\n${indentAt(depth + 1)}${lines}`;
    } else {
      text += `${name}: ${printScalar(member, path, depth + 1)}\n`;
    }
  }
  return text === "" ? EMPTY_OBJECT : text;
}

function indentAt(depth: number): string {
  return INDENTS[depth] ?? "";
}

/** YAML readers look for the colon of a key within 1,024 characters. */
function printKey(key: string, path: Steps, depth: number): string {
  if (key === "<<") return refuse("is a key that kustomize turns into a merge key", path, depth);
  const printed = printText(key, undefined) ?? refuseText(key, path, depth);
  if (printed.length <= MAXIMUM_PRINTED_KEY_LENGTH) return printed;
  return refuse(`is a key of ${printed.length} characters as printed`, path, depth);
}

/**
 * Whole numbers that every reader keeps, and fractions: with a point, for YAML 1.1 takes 1e-7 for a text. Undefined for
 * others.
 */
function printNumber(value: number): string | undefined {
  // String(-0) is "0".
  if (Number.isSafeInteger(value)) return String(value);
  if (!Number.isFinite(value) || Number.isInteger(value)) return undefined;
  return String(value).replace(/^(-?\d+)e/, "$1.0e");
}

/** `depth` is that of the scalar: as many steps lead to it. */
function printScalar(value: unknown, path: Steps, depth: number): string {
  switch (typeof value) {
    case "string":
      return printText(value, indentAt(Math.max(depth, 1))) ?? refuseText(value, path, depth);
    case "boolean":
      return String(value);
    case "number":
      return printNumber(value) ?? refuse(`is ${value}`, path, depth);
    default:
      return value === null ? "null" : refuse(`is of type ${typeof value}`, path, depth);
  }
}

function refuseText(text: string, path: Steps, depth: number): never {
  const code = uncarriedCodePoint(text)?.toString(16).toUpperCase().padStart(4, "0");
  return refuse(`contains U+${code}, which not every YAML reader preserves`, path, depth);
}

function refuse(reason: string, path: Steps, depth: number): never {
  throw new TypeError(`${REFUSAL} ${formatPath(path.slice(0, depth))} ${reason}.`);
}
