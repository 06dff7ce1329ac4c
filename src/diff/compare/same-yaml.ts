import type { PlainData } from "../../diagnostics/plain-data.ts";
import { readYaml } from "../../yaml/read.ts";
import { snapshot } from "../../yaml/snapshot.ts";
import { canonicalText } from "./canonical-text.ts";

/** Whether two texts hold the same document; not where one of them cannot be read, or only in a way that not all share. */
export function isSameYaml(left: PlainData | undefined, right: PlainData | undefined): boolean {
  const [before, after] = [meaning(left), meaning(right)];
  return before !== undefined && before === after;
}

function meaning(text: PlainData | undefined): string | undefined {
  if (typeof text !== "string") return undefined;
  const { data, findings } = readYaml({ file: "", text }, "manifest");
  if (findings.length > 0) return undefined;
  const copy = snapshot(data, "manifest");
  return copy.findings.length > 0 ? undefined : canonicalText(copy.data ?? null);
}
