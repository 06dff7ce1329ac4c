import { annotationsSizeBytes } from "../api/identifiers/annotations-size.ts";
import { dns1123LabelProblem } from "../api/identifiers/dns-label.ts";
import { dns1123SubdomainProblem } from "../api/identifiers/dns-subdomain.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { isObject, ownField, ownText } from "../diagnostics/own-field.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import { formatCount, showText } from "../diagnostics/show.ts";
import { MAXIMUM_ANNOTATIONS_BYTES } from "../kuberay/pod-annotations.ts";
import { generatedName } from "../kuberay/views/generated-name.ts";
import { annotationKeyFindings, labelMapFindings } from "./pod/label-map.ts";
import type { Place } from "./pod/place.ts";
import { entriesAt, fieldAt } from "./pod/place.ts";
import type { PodFinding } from "./pod/pod-law.ts";

/**
 * What the API server refuses in the metadata of any object and no schema says: names, labels and annotations. Source:
 * Kubernetes, ValidateObjectMetaAccessor in apimachinery/pkg/api/validation/objectmeta.go.
 */
export function metadataFindings(data: PlainObject): readonly Finding[] {
  const metadata = ownField(data, "metadata") ?? {};
  if (!isObject(metadata)) return [];
  const place: Place = { data: metadata, path: ["metadata"] };
  const refused = [
    ...nameFindings(place),
    ...labelMapFindings(place, "labels", "label"),
    ...annotationFindings(place),
  ];
  return [...missingName(metadata), ...refused.map(ofApi)];
}

function ofApi({ path, target = "value", message, hint }: PodFinding): Finding {
  return { code: "api-invalid-metadata", document: "manifest", path, target, message, hint };
}

/** No schema requires a name, and no object is made without one or what one is generated from. */
function missingName(metadata: PlainObject): readonly Finding[] {
  const named = ["name", "generateName"].map((field) => ownField(metadata, field) ?? "");
  if (named.some((name) => name !== "")) return [];
  return [
    {
      code: "api-missing-field",
      document: "manifest",
      path: ["metadata", "name"],
      message: "The manifest has no name, and the API server refuses it without one.",
      hint: "Write metadata.name, such as train.",
    },
  ];
}

function* nameFindings({ data, path }: Place): Iterable<PodFinding> {
  const given = ownText(data, "name") ?? "";
  const field = given === "" ? "generateName" : "name";
  const text = ownText(data, field) ?? "";
  const name = given === "" && text !== "" ? generatedName(text) : text;
  const problem = name === "" ? undefined : dns1123SubdomainProblem(name);
  if (problem !== undefined) {
    yield {
      // Where the operator's rules for names speak too.
      path: [...path, "name"],
      message: `${showText(text)} is not a valid ${field}. ${problem}`,
      hint: "Use lower-case letters, digits and dashes, starting with a letter.",
    };
  }
  const namespace = ownText(data, "namespace") ?? "";
  const other = namespace === "" ? undefined : dns1123LabelProblem(namespace);
  if (other !== undefined) {
    yield {
      path: [...path, "namespace"],
      message: `${showText(namespace)} is not a valid namespace. ${other}`,
      hint: "Write the name of a namespace as kubectl get namespaces shows it.",
    };
  }
}

function* annotationFindings(metadata: Place): Iterable<PodFinding> {
  const texts: [string, string][] = [];
  for (const [key, place] of entriesAt(metadata, "annotations")) {
    yield* annotationKeyFindings(key, place);
    if (typeof place.data === "string") texts.push([key, place.data]);
  }
  const bytes = annotationsSizeBytes(Object.fromEntries(texts));
  if (bytes <= MAXIMUM_ANNOTATIONS_BYTES) return;
  yield {
    path: fieldAt(metadata, "annotations").path,
    message: `The annotations take ${formatCount(bytes)} bytes; at most ${formatCount(MAXIMUM_ANNOTATIONS_BYTES)} are allowed.`,
    hint: "Keep large texts in a ConfigMap.",
  };
}
