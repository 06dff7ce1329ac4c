import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isList, isObject } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { textProblem } from "../../model/fields.ts";
import type { PodOverlay } from "./pod-overlay.ts";

/** Texts and keys of an overlay that not every YAML reader carries. */
export function findUnprintable({ document, path, template }: PodOverlay): readonly Finding[] {
  const findings: Finding[] = [];
  const visit = (data: PlainData, at: Path): void => {
    if (typeof data === "string") {
      const problem = textProblem(data);
      if (problem !== undefined) findings.push({ ...problem, document, path: at });
    } else if (isList(data)) {
      for (const [index, item] of data.entries()) visit(item, [...at, index]);
    } else if (isObject(data)) {
      for (const [key, value] of Object.entries(data)) {
        const problem = textProblem(key);
        if (problem === undefined) visit(value, [...at, key]);
        else findings.push({ ...problem, document, path: [...at, key], target: "key" });
      }
    }
  };
  visit(template, path);
  return findings;
}
