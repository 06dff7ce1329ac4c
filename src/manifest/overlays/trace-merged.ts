import { isList, isObject } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import type { Trace } from "../trace.ts";
import type { MergedPod } from "./merge-overlays.ts";

/** Marks every value of a merged template with the overlay that set it, or with the origin that it had before. */
export function traceMerged(own: object, merged: MergedPod, trace: Trace): void {
  for (const [path, { overlay, path: origin }] of merged.values) {
    const parent = objectAt(merged.template, path.slice(0, -1));
    const key = path.at(-1);
    if (parent === undefined || key === undefined) continue;
    const known =
      overlay === undefined
        ? trace.originOf(own, origin)
        : { inputs: [{ document: overlay.document, path: [...overlay.path, ...origin] }] };
    if (known !== undefined) trace.mark(parent, { [key]: known });
  }
}

function objectAt(template: PlainObject, path: Path): object | undefined {
  let data: PlainData | undefined = template;
  for (const step of path) {
    if (isList(data)) data = data[Number(step)];
    else data = isObject(data) && Object.hasOwn(data, step) ? data[step] : undefined;
  }
  return typeof data === "object" && data !== null ? data : undefined;
}
