import type { ComparedManifests } from "../compare/manifest-diff.ts";
import type { Paint } from "./diff-paint.ts";
import { totalsRows } from "./show-totals.ts";

/** The totals of one cluster as a table, behind an empty line. */
export function totalsLines({ totals }: ComparedManifests, paint: Paint): readonly string[] {
  const rows = [
    { name: "", before: "before", after: "after" },
    ...totalsRows(totals.before, totals.after),
  ];
  const width = (column: "name" | "before") => Math.max(...rows.map((row) => row[column].length));
  const [names, befores] = [width("name"), width("before")];
  return [
    "",
    `  ${paint("heading", "Totals:")}`,
    ...rows.map(({ name, before, after }) =>
      `    ${name.padEnd(names)}  ${before.padEnd(befores)}  ${after}`.trimEnd(),
    ),
  ];
}
