import { defuse } from "../../diagnostics/defuse.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { renderDiagnostics } from "../../diagnostics/render.ts";
import { report } from "../../diagnostics/report.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { readYaml } from "../../yaml/read.ts";
import { AccessError } from "./access-error.ts";

/** A RayCluster and where it stands. */
export interface FoundManifest {
  /** The file, by its path from the folder that was named; that pairs files of two folders. */
  readonly path: string;
  readonly data: unknown;
}

/**
 * The RayClusters of a text: a stream of documents, each an object or a list of objects as kubectl prints it.
 * Objects of other kinds are passed over. Throws an AccessError for text that is not well-formed, and where there is no
 * RayCluster at all unless others are expected too.
 */
export function clustersIn(
  text: TextDocument,
  path: string,
  expected: "clusters" | "others-too" = "clusters",
): readonly FoundManifest[] {
  const objects = documentsOf(text).flatMap((document) => objectsOf(readDocument(document)));
  const clusters = objects.filter((data) => isPlainObject(data) && data.kind === "RayCluster");
  if (clusters.length === 0 && expected === "clusters") {
    throw new AccessError(`${defuse(text.file)} holds no RayCluster.`);
  }
  return clusters.map((data) => ({ path, data }));
}

/** The documents of a stream, as kubectl splits it; blank lines before each keep the numbers of its lines. */
function documentsOf({ file, text }: TextDocument): readonly TextDocument[] {
  const documents: TextDocument[] = [];
  let lines: string[] = [];
  let before = 0;
  const end = (): void => {
    const document = lines.join("\n");
    if (/^[^#\s]/m.test(document)) {
      documents.push({ file, text: `${"\n".repeat(before)}${document}` });
    }
    before += lines.length + 1;
    lines = [];
  };
  for (const line of text.split("\n")) {
    if (/^---(\s|$)/.test(line)) end();
    else lines.push(line);
  }
  end();
  return documents;
}

function readDocument(document: TextDocument): unknown {
  const source = readYaml(document, "request");
  if (source.findings.length === 0) return source.data;
  const texts = new Map([[document.file, document.text]]);
  const reported = renderDiagnostics(report(source.findings, [source]), { texts });
  throw new AccessError(`cannot read ${defuse(document.file)}:\n${reported.trimEnd()}`);
}

/** `kubectl get -o yaml` makes a List of several objects. */
function objectsOf(data: unknown): readonly unknown[] {
  if (!isPlainObject(data) || typeof data.kind !== "string") return [];
  return data.kind.endsWith("List") && Array.isArray(data.items) ? data.items : [data];
}
