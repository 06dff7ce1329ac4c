import { count } from "../../diagnostics/show.ts";
import { readYaml } from "../../yaml/read.ts";

/** What a stream of YAML holds, or why it cannot be read. */
export type ReadDocuments =
  | { readonly ok: true; readonly values: readonly unknown[] }
  | { readonly ok: false; readonly problem: string };

/** The documents of a stream, and the entries of a list, each on its own. Documents without content do not count. */
export function readDocuments(file: string, text: string): ReadDocuments {
  const values: unknown[] = [];
  // No scalar goes beyond such a line: YAML 1.2.2, 9.1.2.
  for (const part of text.replace(/^\ufeff/, "").split(/^---(?=\s|$)/m)) {
    const { data, findings } = readYaml({ file, text: part }, "request");
    const [first, ...more] = findings;
    if (first !== undefined) {
      const others =
        more.length === 0
          ? ""
          : ` There ${more.length === 1 ? "is" : "are"} ${count(more.length, "more mistake")}.`;
      return { ok: false, problem: `${first.message}${others}` };
    }
    if (data === null || data === undefined) continue;
    values.push(...(Array.isArray(data) ? data : [data]));
  }
  return { ok: true, values };
}
