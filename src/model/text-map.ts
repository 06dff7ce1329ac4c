import type { TextMap } from "../diagnostics/plain-data.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import type { FieldProblem } from "./fields.ts";
import * as z from "./schema-language.ts";

/** What is wrong with an entry of a map; the value is undefined where it is no text. */
export type EntryLaw = (key: string, value: string | undefined) => FieldProblem | undefined;

/**
 * A map whose entries are all looked at, whatever is wrong with some of them: a record would say nothing of the
 * other keys once a value has the wrong type. The type holds because each entry that breaks it is an issue.
 */
export function textMap(laws: readonly EntryLaw[]): z.Schema<TextMap> {
  return z.custom<TextMap>().check(
    ({ value, issues }) => {
      const map: unknown = value;
      if (!isPlainObject(map)) {
        issues.push({ code: "invalid_type", expected: "record", input: map });
        return;
      }
      for (const key in map) {
        const entry = map[key];
        const text = typeof entry === "string" ? entry : undefined;
        if (text === undefined) {
          issues.push({ code: "invalid_type", expected: "string", input: entry, path: [key] });
        }
        for (const law of laws) {
          const problem = law(key, text);
          if (problem === undefined) continue;
          const path = [...(problem.path ?? [])];
          issues.push({ code: "custom", input: map, path, params: { problem }, continue: true });
        }
      }
    },
    (map) => isSound(map, laws),
  );
}

function isSound(map: unknown, laws: readonly EntryLaw[]): boolean {
  if (!isPlainObject(map)) return false;
  for (const key in map) {
    const entry = map[key];
    if (typeof entry !== "string") return false;
    for (const law of laws) if (law(key, entry) !== undefined) return false;
  }
  return true;
}
