import { defuse } from "../../diagnostics/defuse.ts";
import { formatPath } from "../../diagnostics/path.ts";

/** A field, an item of a list by its name, or a position in a list. */
export type DiffStep = string | { readonly item: string } | number;

/** Where a value stands in a manifest, whatever the order of its lists. */
export type DiffPath = readonly DiffStep[];

const PLAIN_ITEM = /^[A-Za-z0-9/][-A-Za-z0-9_./:=]{0,99}$/;
const DIGITS = /^\d+$/;

/** `spec.workerGroupSpecs[worker-group-0].minReplicas`; odd names are quoted; the root is `(manifest)`. */
export function formatDiffPath(path: DiffPath): string {
  if (path.length === 0) return "(manifest)";
  let text = "";
  for (const step of path) text += formatStep(step, text === "");
  return defuse(text);
}

function formatStep(step: DiffStep, isFirst: boolean): string {
  if (typeof step === "object") return `[${formatItem(step.item)}]`;
  const text = formatPath([step]);
  return isFirst || text.startsWith("[") ? text : `.${text}`;
}

/** A name of digits alone is quoted: it would look like a position. */
function formatItem(item: string): string {
  if (PLAIN_ITEM.test(item) && !DIGITS.test(item)) return item;
  const quoted = formatPath([item]);
  return quoted.startsWith("[") ? quoted.slice(1, -1) : `"${quoted}"`;
}
