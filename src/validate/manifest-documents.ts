import type { Finding, PlainSource } from "../diagnostics/diagnostic.ts";
import { errorsAmong } from "../diagnostics/errors-among.ts";
import type { Path } from "../diagnostics/path.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import type { TextDocument } from "../diagnostics/text-document.ts";
import { asTextDocument } from "../diagnostics/text-document.ts";
import { readYamlDocuments } from "../yaml/read-yaml-documents.ts";
import { snapshot } from "../yaml/snapshot.ts";
import { itemsOf } from "./objects-of.ts";

/** One document of an input, and the objects that it holds. */
export interface ManifestDocument {
  readonly source: PlainSource;
  readonly objects: readonly PlacedObject[];
  /** Which text or object of the input it is of. */
  readonly part: number;
}

export interface PlacedObject {
  /** Where it stands in its document: the root, or an item of a list. */
  readonly path: Path;
  readonly data: PlainData;
}

/** A text, an object or a list of either -> its documents. Never throws. */
export function manifestDocuments(input: unknown): readonly ManifestDocument[] {
  const text = asTextDocument(input);
  if (text !== undefined) return documentsInText(text, 0);
  // A revoked proxy makes even the question throw.
  try {
    if (!Array.isArray(input)) return [documentOf(input, [], 0)];
    // Each on its own, since the limits of one object are not those of a cluster's dump.
    return input.flatMap((item: unknown, index) => {
      const itemText = asTextDocument(item);
      return itemText === undefined
        ? [documentOf(item, [index], index)]
        : documentsInText(itemText, index);
    });
  } catch {
    return [documentOf(input, [], 0)];
  }
}

/** Whether the text is a template that has to be rendered before anybody can read it. */
export function isTemplate(text: string): boolean {
  return /\{\{/.test(text);
}

function documentsInText(text: TextDocument, part: number): readonly ManifestDocument[] {
  const sources = readYamlDocuments(text, "manifest", { dialect: "manifest" });
  const broken = sources.find(({ findings }) => errorsAmong(findings).length > 0);
  if (broken !== undefined && isTemplate(text.text)) {
    const [first] = errorsAmong(broken.findings);
    return [{ source: { ...broken, findings: [templateFinding(first)] }, objects: [], part }];
  }
  return sources.map((source) => withObjects(source, part));
}

function documentOf(input: unknown, root: Path, part: number): ManifestDocument {
  const { data, findings } = snapshot(input, "manifest");
  return withObjects({ document: "manifest", data, findings, root }, part);
}

function withObjects(source: PlainSource, part: number): ManifestDocument {
  const { data } = source;
  return { source, objects: data === undefined ? [] : placedObjects(data, []), part };
}

function placedObjects(data: PlainData, path: Path): readonly PlacedObject[] {
  const items = itemsOf(data);
  if (items === undefined) return [{ path, data }];
  return items.flatMap((item, index) => placedObjects(item, [...path, "items", index]));
}

/** The place of the first mistake is that of the first thing that only a renderer takes out. */
function templateFinding(mistake: Finding | undefined): Finding {
  return {
    code: "foreign-document",
    document: "manifest",
    path: [],
    message: "This is a template that has not been rendered: it contains {{ }}.",
    hint: "Validate the output of helm template.",
    ...(mistake?.range === undefined ? {} : { range: mistake.range }),
  };
}
