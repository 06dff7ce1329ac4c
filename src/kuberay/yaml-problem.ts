import { isPlainObject } from "../diagnostics/plain-data.ts";
import { readYaml } from "../yaml/read.ts";

/** Why a text inside a manifest is no YAML mapping, as the end of a sentence; undefined where it is one or is empty. */
export function yamlProblem(text: string): string | undefined {
  if (text.trim() === "") return undefined;
  const { data, findings } = readYaml({ file: "", text }, "manifest");
  const syntax = findings.find(({ code }) => code === "yaml-syntax");
  if (syntax !== undefined) {
    const line = syntax.range?.start.line ?? 1;
    return `is not valid YAML: line ${line}: ${syntax.message}`;
  }
  // What only our reader refuses, Go may read.
  if (findings.length > 0 || data === null || isPlainObject(data)) return undefined;
  return "is not a YAML mapping.";
}
