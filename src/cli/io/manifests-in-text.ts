import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { renderDiagnostics } from "../../diagnostics/render.ts";
import { report } from "../../diagnostics/report.ts";
import { escapeUnprintable } from "../../diagnostics/show.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import { readYaml } from "../../yaml/read.ts";
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

/**
 * The objects of a text: a stream of documents, each an object or a list of objects as kubectl prints it. Throws an
 * UnreadableManifest for text that is not well-formed.
 */
export function objectsIn(text: TextDocument): readonly unknown[] {
  return documentsOf(text).flatMap((document) => objectsOf(readDocument(document)));
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
  throw new UnreadableManifest(
    `cannot read ${escapeUnprintable(document.file)}:\n${reported.trimEnd()}`,
    source.findings[0]?.message ?? "",
  );
}

/** `kubectl get -o yaml` makes a List of several objects. */
function objectsOf(data: unknown): readonly unknown[] {
  if (!isPlainObject(data) || typeof data.kind !== "string") return [];
  return data.kind.endsWith("List") && Array.isArray(data.items) ? data.items : [data];
}
