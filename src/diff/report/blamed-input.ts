import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

/** Which input of a comparison a diagnostic speaks of: `the new manifest`, `the option kuberayVersion`. */
export function blamedInput({ document, path }: Diagnostic): string {
  const [first] = path;
  if (document === "manifest") return `the ${first === "old" ? "old" : "new"} manifest`;
  return first === undefined ? "the options" : `the option ${first}`;
}
