import { errorsAmong } from "../../diagnostics/errors-among.ts";
import { count } from "../../diagnostics/show.ts";
import { diffManifests } from "../../diff/compare/diff-manifests.ts";
import { readYamlDocuments } from "../../yaml/read-yaml-documents.ts";
import type { OutputFile } from "../io/output-file.ts";
import type { Drift } from "./drift.ts";

type Judgement = Pick<Drift, "kind" | "problem">;

/** Whether a text that is not what would be written means the same nevertheless. */
export function judgeDifference(present: string, output: OutputFile): Judgement {
  const { file, manifests, kuberayVersion } = output;
  const documents = readDocuments(file, present.replace(/^\ufeff/, ""));
  if (!documents.ok) return { kind: "no-manifest", problem: documents.problem };
  if (documents.values.length === 0) return { kind: "no-manifest", problem: "It is empty." };
  let kind: "spelling" | "meaning" =
    documents.values.length === manifests.length ? "spelling" : "meaning";
  for (const [index, document] of documents.values.entries()) {
    const diff = diffManifests(document, manifests[index], { kuberayVersion });
    if (!diff.ok) {
      return {
        kind: "no-manifest",
        problem: diff.problems.map(({ message }) => message).join(" "),
      };
    }
    if (!diff.same) kind = "meaning";
  }
  return { kind };
}

type ReadDocuments =
  | { readonly ok: true; readonly values: readonly unknown[] }
  | { readonly ok: false; readonly problem: string };

/** The documents of a stream, and the entries of a list, each on its own. Documents without content do not count. */
function readDocuments(file: string, text: string): ReadDocuments {
  const sources = readYamlDocuments({ file, text }, "request", { dialect: "manifest" });
  const mistakes = errorsAmong(sources.flatMap(({ findings }) => findings));
  const [first, ...more] = mistakes;
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
