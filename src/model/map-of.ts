import { isPlainObject } from "../diagnostics/plain-data.ts";
import { showText } from "../diagnostics/show.ts";
import type { FieldProblem } from "./fields.ts";
import * as z from "./schema-language.ts";

/** A map of which every entry is looked at, whatever is wrong with some of them. */
export function mapOf<Map extends object>(
  problems: (name: string, value: unknown) => readonly (FieldProblem | undefined)[],
): z.Schema<Map> {
  return z.custom<Map>().check(({ value, issues }) => {
    const map: unknown = value;
    if (!isPlainObject(map)) {
      issues.push({ code: "invalid_type", expected: "record", input: map });
      return;
    }
    for (const name of Object.keys(map)) {
      for (const problem of problems(name, map[name])) {
        if (problem === undefined) continue;
        const params = { problem };
        issues.push({ code: "custom", input: map, path: [name], params, continue: true });
      }
    }
  });
}

/** A key as a report names fields: as it stands where that is safe. */
export function entryName(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : showText(name);
}
