import type { Finding, Source } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { formatPath } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { asTextDocument } from "../../diagnostics/text-document.ts";
import { readSource } from "../../yaml/read-source.ts";
import { valueAt } from "../value-at.ts";
import { misspeltSettings } from "./misspelt-settings.ts";
import { settingsNotFound } from "./settings-not-found.ts";
import { settingsKeys } from "./settings-schema.ts";

/**
 * Settings at the root of what is given, or where they stand in it, such as `spec.values` of a HelmRelease; at a path they
 * may also be a text in YAML, as Argo CD has them. Among the findings are warnings of what is ignored but looks like
 * ours. Never throws.
 */
export function readSettings(input: unknown, at: Path = []): Source {
  const source =
    at.length === 0 ? readSource(input, "settings", settingsKeys) : readBelow(input, at);
  const misspelt = misspeltSettings(source);
  const lost = misspelt.some(({ path }) => path.length === 1)
    ? []
    : settingsNotFound(source, () => wholeOf(input, at), asTextDocument(input) !== undefined);
  if (misspelt.length + lost.length === 0) return source;
  return { ...source, findings: [...source.findings, ...misspelt, ...lost] };
}

/** Everything, also what is ignored: read only where the settings are not found. */
function wholeOf(input: unknown, at: Path): unknown {
  const value = valueAt(readSource(input, "settings").data, at);
  return typeof value === "string" ? readText(value).data : value;
}

function readBelow(input: unknown, at: Path): Source {
  const [first = ""] = at;
  const top = typeof first === "string" ? [first] : undefined;
  const whole = readSource(input, "settings", top);
  if (whole.data === undefined) return whole;
  const value = valueAt(whole.data, at);
  if (value === undefined) return { ...whole, data: undefined, findings: [nothingAt(whole, at)] };
  const inner: Source =
    typeof value === "string"
      ? placedAt(readText(value), whole, at)
      : { document: "settings", data: value, findings: below(whole.findings, at) };
  return {
    ...inner,
    data: isPlainObject(inner.data) ? ownKeys(inner.data) : inner.data,
    otherKeys: isPlainObject(inner.data) ? Object.keys(inner.data).filter(isOther) : [],
    root: at,
    ...(whole.rangeOf === undefined
      ? {}
      : {
          rangeOf: (path, target) =>
            typeof value === "string"
              ? whole.rangeOf?.(at, "value")
              : whole.rangeOf?.([...at, ...path], target),
        }),
  };
}

function readText(text: string): Source {
  return readSource({ file: "", text }, "settings", settingsKeys);
}

/** A text inside a text has no lines of its own that a user could find: the place is that of the whole. */
function placedAt(inner: Source, whole: Source, at: Path): Source {
  const range = whole.rangeOf?.(at, "value");
  const findings = inner.findings.map(({ range: _range, ...finding }) =>
    range === undefined ? finding : { ...finding, range },
  );
  return { document: inner.document, data: inner.data, findings };
}

function below(findings: readonly Finding[], at: Path): readonly Finding[] {
  return findings.flatMap((finding) => {
    const { path } = finding;
    if (path.length === 0) return [finding];
    const isBelow = at.every((step, index) => step === path[index]);
    const key = path[at.length];
    if (!isBelow || (typeof key === "string" && isOther(key))) return [];
    return [{ ...finding, path: path.slice(at.length) }];
  });
}

function nothingAt({ data }: Source, at: Path): Finding {
  const depth = at.findIndex((_, index) => valueAt(data, at.slice(0, index + 1)) === undefined);
  const parent = valueAt(data, at.slice(0, depth));
  const keys = depth > 0 && isPlainObject(parent) ? Object.keys(parent).slice(0, 20) : [];
  return {
    code: "missing-field",
    document: "settings",
    path: at.slice(0, depth + 1),
    message: `There is nothing at ${formatPath(at.slice(0, depth + 1))}, where the settings should be.`,
    hint:
      keys.length === 0
        ? "Give the path of the object that contains ray, worker and rbac."
        : `The keys are ${keys.map((key) => formatPath([key])).join(", ")}.`,
  };
}

function ownKeys(data: { readonly [key: string]: unknown }): { readonly [key: string]: unknown } {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !isOther(key)));
}

function isOther(key: string): boolean {
  return !settingsKeys.some((own) => own === key);
}
