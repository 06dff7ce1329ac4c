import { defuse } from "../../diagnostics/defuse.ts";
import type { Source } from "../../diagnostics/diagnostic.ts";
import { errorsAmong } from "../../diagnostics/errors-among.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { renderDiagnostics } from "../../diagnostics/render.ts";
import { report } from "../../diagnostics/report.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { manifestKinds } from "../../kuberay/views/manifest-view.ts";
import { readYamlDocuments } from "../../yaml/read-yaml-documents.ts";
import { AccessError } from "./access-error.ts";

/** A text of which nothing can be compared, since it is no well-formed YAML or JSON. */
export class UnreadableManifest extends AccessError {
  /** What is wrong first, as a sentence. */
  readonly problem: string;

  constructor(message: string, problem: string) {
    super(message);
    this.problem = problem;
  }
}

/** The objects of a text. */
export interface ObjectsInText {
  readonly objects: readonly unknown[];
  /**
   * A report of what is read, though not everybody expects how, such as `yes`, in documents that hold an object of one of KubeRay's kinds; empty
   * where there is none.
   */
  readonly surprises: string;
}

/**
 * The objects of a text: a stream of documents, each an object or a list of objects as kubectl prints it. Throws an
 * UnreadableManifest for text that is not well-formed.
 */
export function objectsIn(text: TextDocument): ObjectsInText {
  const sources = readYamlDocuments(text, "request", { dialect: "manifest" });
  const [error] = sources.flatMap(({ findings }) => errorsAmong(findings));
  if (error !== undefined) {
    throw new UnreadableManifest(
      `cannot read ${defuse(text.file)}:\n${reportOn(sources, text).trimEnd()}`,
      error.message,
    );
  }
  const read = sources.map((source) => ({ source, objects: objectsOf(source.data) }));
  const manifests = read.filter(({ objects }) => objects.some(isManifest));
  return {
    objects: read.flatMap(({ objects }) => objects),
    surprises: reportOn(
      manifests.map(({ source }) => source),
      text,
    ),
  };
}

/** The findings of some documents of a text, each already in its place. */
function reportOn(sources: readonly Source[], { file, text }: TextDocument): string {
  const findings = sources.flatMap((source) => source.findings);
  return renderDiagnostics(report(findings, []), { texts: new Map([[file, text]]) });
}

/** Whether an object is one of KubeRay's kinds. */
export function isManifest(data: unknown): boolean {
  return isPlainObject(data) && manifestKinds.some((kind) => kind === data.kind);
}

/** `kubectl get -o yaml` makes a List of several objects. */
function objectsOf(data: unknown): readonly unknown[] {
  if (!isPlainObject(data) || typeof data.kind !== "string") return [];
  return data.kind.endsWith("List") && Array.isArray(data.items) ? data.items : [data];
}
