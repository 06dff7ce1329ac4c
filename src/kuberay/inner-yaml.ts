import type { PlainObject } from "../diagnostics/plain-data.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { readYaml } from "../yaml/read.ts";

/** A text inside a manifest that should be a YAML mapping. */
export interface InnerYaml {
  /** Undefined where it is empty or is none, or where only our reader refuses it. */
  readonly mapping: PlainObject | undefined;
  /** Why it is no YAML mapping, as the end of a sentence; undefined where it is one or is empty. */
  readonly problem: string | undefined;
}

export function readInnerYaml(text: string): InnerYaml {
  if (text.trim() === "") return NOTHING;
  const { data, findings } = readYaml({ file: "", text }, "manifest");
  const syntax = findings.find(({ code }) => code === "yaml-syntax");
  if (syntax !== undefined) {
    const line = syntax.range?.start.line ?? 1;
    return { ...NOTHING, problem: `is not valid YAML: line ${line}: ${syntax.message}` };
  }
  // What only our reader refuses, Go may read.
  if (findings.length > 0 || data === null) return NOTHING;
  if (isPlainObject(data)) return { ...NOTHING, mapping: data };
  return { ...NOTHING, problem: "is not a YAML mapping." };
}

const NOTHING: InnerYaml = Object.freeze({ mapping: undefined, problem: undefined });
