import { errorsAmong } from "../../diagnostics/errors-among.ts";
import { count } from "../../diagnostics/show.ts";
import { readYamlDocuments } from "../../yaml/read-yaml-documents.ts";

/** What a stream of YAML holds, or why it cannot be read. */
export type ReadDocuments =
  | { readonly ok: true; readonly values: readonly unknown[] }
  | { readonly ok: false; readonly problem: string };

/** The documents of a stream, and the entries of a list, each on its own. Documents without content do not count. */
export function readDocuments(file: string, text: string): ReadDocuments {
  const plain = { file, text: text.replace(/^\ufeff/, "") };
  const sources = readYamlDocuments(plain, "request", { dialect: "manifest" });
  const [first, ...more] = errorsAmong(sources.flatMap(({ findings }) => findings));
  if (first !== undefined) {
    const others =
      more.length === 0
        ? ""
        : ` There ${more.length === 1 ? "is" : "are"} ${count(more.length, "more mistake")}.`;
    return { ok: false, problem: `${first.message}${others}` };
  }
  const values = sources.flatMap(({ data }) => {
    if (data === null || data === undefined) return [];
    return Array.isArray(data) ? data : [data];
  });
  return { ok: true, values };
}
