import { annotationKeyProblem } from "../../api/identifiers/annotation-key.ts";
import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { ownText } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import { canonicalQuantity } from "../../quantity/canonical-quantity.ts";
import { amountOf } from "./amount.ts";
import type { Place } from "./place.ts";
import { fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";

const ENVIRONMENT_FIELDS = Object.freeze([
  "metadata.name",
  "metadata.namespace",
  "metadata.uid",
  "spec.nodeName",
  "spec.serviceAccountName",
  "status.hostIP",
  "status.hostIPs",
  "status.podIP",
  "status.podIPs",
]);
const VOLUME_FIELDS = Object.freeze([
  "metadata.name",
  "metadata.namespace",
  "metadata.uid",
  "metadata.labels",
  "metadata.annotations",
]);
const SUBSCRIPT = /^metadata\.(labels|annotations)\['([^']*)'\]$/;
const RESOURCE = /^(?:limits|requests)\.(?:cpu|memory|ephemeral-storage|hugepages-.+)$/;
/** In canonical text. */
const CPU_DIVISORS = Object.freeze(["1", "1m"]);
const PLAIN_DIVISORS = Object.freeze([
  "1",
  "1k",
  "1M",
  "1G",
  "1T",
  "1P",
  "1E",
  "1Ki",
  "1Mi",
  "1Gi",
  "1Ti",
  "1Pi",
  "1Ei",
]);

/** What is wrong with a fieldRef of a variable. */
export function environmentFieldProblem(reference: Place): Iterable<PodFinding> {
  return fieldFindings(reference, ENVIRONMENT_FIELDS);
}

/** What is wrong with a fieldRef of a downwardAPI volume. */
export function volumeFieldProblem(reference: Place): Iterable<PodFinding> {
  return fieldFindings(reference, VOLUME_FIELDS);
}

function* fieldFindings(reference: Place, known: readonly string[]): Iterable<PodFinding> {
  const version = ownText(reference.data, "apiVersion") ?? "v1";
  if (version !== "" && version !== "v1") {
    const message = `The apiVersion of the fieldRef is ${showText(version)}; it must be v1.`;
    yield { path: fieldAt(reference, "apiVersion").path, message, hint: "Remove apiVersion." };
  }
  const { data, path } = fieldAt(reference, "fieldPath");
  if (typeof data !== "string" || known.includes(data)) return;
  const [, map, key] = SUBSCRIPT.exec(data) ?? [];
  const problemOf = map === "annotations" ? annotationKeyProblem : labelKeyProblem;
  if (key !== undefined && problemOf(key) === undefined) return;
  const closest = closestName(data, known);
  yield {
    path,
    message: `fieldPath ${showText(data)} is not a field that can be referred to here.`,
    hint:
      closest === undefined
        ? `Use one of ${known.join(", ")}, or metadata.labels['KEY'].`
        : `Did you mean ${closest}?`,
  };
}

/** What is wrong with a resourceFieldRef. */
export function* resourceFieldProblem(reference: Place): Iterable<PodFinding> {
  const { data, path } = fieldAt(reference, "resource");
  if (typeof data !== "string") return;
  if (!RESOURCE.test(data)) {
    const message = `The resource ${showText(data)} cannot be referred to; extended resources such as GPUs cannot.`;
    const hint = "Use limits or requests of cpu, memory, ephemeral-storage or hugepages.";
    yield { path, message, hint };
    return;
  }
  const divisor = fieldAt(reference, "divisor");
  const amount = amountOf(divisor.data);
  if (amount === undefined || amount.nanos === 0n) return;
  const isCpu = data.endsWith(".cpu");
  if ((isCpu ? CPU_DIVISORS : PLAIN_DIVISORS).includes(canonicalQuantity(amount))) return;
  const allowed = isCpu ? "1 or 1m" : "1 or one of a unit, such as 1Mi";
  const message = `The divisor ${showText(wordText(divisor.data))} is not valid; it must be ${allowed}.`;
  yield { path: divisor.path, message, hint: `Write ${allowed}.` };
}
