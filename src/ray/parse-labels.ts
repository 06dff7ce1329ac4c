import type { TextMap } from "../diagnostics/plain-data.ts";
import { labelsParameter } from "./labels-parameter.ts";

/** The labels of a node in the value of `ray start --labels`; undefined where it is another text. */
export function parseLabels(value: string): TextMap | undefined {
  const pairs = value.split(",").map((pair): [string, string] => {
    const sign = pair.indexOf("=");
    return [pair.slice(0, Math.max(sign, 0)), pair.slice(sign + 1)];
  });
  const labels: TextMap = Object.fromEntries(pairs);
  const isWhole = labelsParameter(labels) === value.split(",").sort().join(",");
  return isWhole && !Object.hasOwn(labels, "") ? labels : undefined;
}
