import { diffManifests } from "../../diff/compare/diff-manifests.ts";
import type { OutputFile } from "../io/output-file.ts";
import type { Drift } from "./drift.ts";
import { readDocuments } from "./read-documents.ts";

type Judgement = Pick<Drift, "kind" | "problem">;

/** Whether a text that is not what would be written means the same nevertheless. */
export function judgeDifference(present: string, output: OutputFile): Judgement {
  const { file, kuberayVersion } = output;
  const documents = readDocuments(file, present);
  const expected = readDocuments(file, output.text);
  const manifests = expected.ok ? expected.values : [];
  if (!documents.ok) return { kind: "no-manifest", problem: documents.problem };
  if (documents.values.length === 0) return { kind: "no-manifest", problem: "It is empty." };
  let kind: "spelling" | "meaning" =
    documents.values.length === manifests.length ? "spelling" : "meaning";
  for (const [index, document] of documents.values.entries()) {
    const diff = diffManifests(document, manifests[index], { kuberayVersion });
    if (!diff.ok) {
      return {
        kind: "no-manifest",
        problem: diff.diagnostics.map(({ message }) => message).join(" "),
      };
    }
    if (!diff.same) kind = "meaning";
  }
  return { kind };
}
