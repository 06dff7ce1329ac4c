import { defuse } from "../../diagnostics/defuse.ts";
import type { Source } from "../../diagnostics/diagnostic.ts";
import { errorsAmong } from "../../diagnostics/errors-among.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { renderDiagnostics } from "../../diagnostics/render.ts";
import { report } from "../../diagnostics/report.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { readYamlDocuments } from "../../yaml/read-yaml-documents.ts";
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
 * RayCluster at all unless others are expected too. `warn` gets a report of what is read, though not everybody expects
 * how, such as `yes`.
 */
export function clustersIn(
  text: TextDocument,
  path: string,
  expected: "clusters" | "others-too" = "clusters",
  warn: (report: string) => void = () => {},
): readonly FoundManifest[] {
  const sources = readYamlDocuments(text, "request", { dialect: "manifest" });
  if (sources.some(({ findings }) => errorsAmong(findings).length > 0)) {
    const reported = reportOn(sources, text).trimEnd();
    throw new AccessError(`cannot read ${defuse(text.file)}:\n${reported}`);
  }
  const found = sources.map((source) => ({
    source,
    clusters: objectsOf(source.data).filter(isRayCluster),
  }));
  const manifests = found.flatMap(({ clusters }) => clusters.map((data) => ({ path, data })));
  if (manifests.length === 0 && expected === "clusters") {
    throw new AccessError(`${defuse(text.file)} holds no RayCluster.`);
  }
  const read = found.filter(({ clusters }) => clusters.length > 0).map(({ source }) => source);
  const warnings = reportOn(read, text);
  if (warnings !== "") warn(warnings);
  return manifests;
}

/** The findings of some documents of a text, each already in its place. */
function reportOn(sources: readonly Source[], { file, text }: TextDocument): string {
  const findings = sources.flatMap((source) => source.findings);
  return renderDiagnostics(report(findings, []), { texts: new Map([[file, text]]) });
}

function isRayCluster(data: unknown): boolean {
  return isPlainObject(data) && data.kind === "RayCluster";
}

/** `kubectl get -o yaml` makes a List of several objects. */
function objectsOf(data: unknown): readonly unknown[] {
  if (!isPlainObject(data) || typeof data.kind !== "string") return [];
  return data.kind.endsWith("List") && Array.isArray(data.items) ? data.items : [data];
}
