import type { PlainData } from "../../diagnostics/plain-data.ts";
import type { ChangePart, ReportedChange } from "./merge-changes.ts";
import { isLarge, showData, showPair } from "./show-data.ts";

/** Whether a change needs more room than a cell of a table. */
export function isBlock({ before, after, parts }: ReportedChange): boolean {
  return (
    parts === undefined &&
    (before === undefined || after === undefined) &&
    isLarge(before ?? after ?? null)
  );
}

/** What stands in the cells of a change, printable; undefined where a side has nothing. */
export interface ChangeCells {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export function changeCells({ before, after, parts }: ReportedChange): ChangeCells {
  if (parts !== undefined) {
    return { before: partsCell(parts, "before"), after: partsCell(parts, "after") };
  }
  if (before !== undefined && after !== undefined) {
    const [left, right] = showPair(before, after);
    return { before: left, after: right };
  }
  const shown = (value: PlainData | undefined) =>
    value === undefined ? undefined : showData(value);
  return { before: shown(before), after: shown(after) };
}

function partsCell(parts: readonly ChangePart[], side: "before" | "after"): string | undefined {
  const shown = parts.flatMap(({ fields, [side]: value }) =>
    value === undefined ? [] : [`${fields} ${showData(value)}`],
  );
  return shown.length === 0 ? undefined : shown.join(", ");
}
