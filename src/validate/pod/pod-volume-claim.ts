import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { isObject, ownList, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { amountOf } from "./amount.ts";
import { annotationKeyFindings, labelMapFindings } from "./label-map.ts";
import type { Place } from "./place.ts";
import { entriesAt, fieldAt, placesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";
import { labelSelectorFindings } from "./selector-rules.ts";

const ONCE_POD = "ReadWriteOncePod";
/** Classes that a claim names. Order: as the findings come. */
const CLASSES: readonly (readonly [field: string, noun: string])[] = Object.freeze([
  ["storageClassName", "storage class"],
  ["volumeAttributesClassName", "volume attributes class"],
]);
const ALLOWED_METADATA = Object.freeze(["labels", "annotations"]);

/** The claims of ephemeral volumes. Source: Kubernetes, validateEphemeralVolumeSource and ValidatePersistentVolumeClaimSpec. */
export const podVolumeClaim = definePodLaw({
  code: "pod-volume-claim",
  concerns: ["ephemeral"],
  *check({ spec }) {
    for (const ephemeral of placesAt(spec, ["volumes", "*", "ephemeral"])) {
      if (!isObject(ephemeral.data)) continue;
      const template = fieldAt(ephemeral, "volumeClaimTemplate");
      if (template.data === undefined) {
        const message = "The ephemeral volume has no volumeClaimTemplate.";
        yield { path: template.path, message, hint: "Add one with the storage to claim." };
        continue;
      }
      yield* metadataFindings(fieldAt(template, "metadata"));
      const claim = fieldAt(template, "spec");
      if (isObject(claim.data)) yield* claimFindings(claim);
    }
  },
});

function* metadataFindings(metadata: Place): Iterable<PodFinding> {
  if (!isObject(metadata.data)) return;
  for (const key of Object.keys(metadata.data)) {
    const { data, path } = fieldAt(metadata, key);
    if (data === undefined || data === "" || ALLOWED_METADATA.includes(key)) continue;
    const message = `The template of a claim may have only labels and annotations, not ${showText(key)}.`;
    yield { path, target: "key", message, hint: "Remove it; Kubernetes names the claim." };
  }
  yield* labelMapFindings(metadata, "labels", "label");
  for (const [key, place] of entriesAt(metadata, "annotations")) {
    yield* annotationKeyFindings(key, place);
  }
}

function* claimFindings(claim: Place): Iterable<PodFinding> {
  const modes = ownList(claim.data, "accessModes");
  const modesPath = fieldAt(claim, "accessModes").path;
  if (modes.length === 0) {
    const message = "The claim has no access mode.";
    yield { path: modesPath, message, hint: "Set accessModes to [ReadWriteOnce]." };
  } else if (modes.length > 1 && modes.includes(ONCE_POD)) {
    const message = `${ONCE_POD} cannot be combined with other access modes.`;
    yield { path: modesPath, message, hint: "Keep only that one, or remove it." };
  }
  const requests = fieldAt(fieldAt(claim, "resources"), "requests");
  const storage = fieldAt(requests, "storage");
  const amount = amountOf(storage.data);
  if (storage.data === undefined || (amount !== undefined && amount.nanos <= 0n)) {
    const message = "The claim requests no storage.";
    yield { path: storage.path, message, hint: "Set resources.requests.storage, such as 10Gi." };
  }
  for (const [field, noun] of CLASSES) {
    const { data, path } = fieldAt(claim, field);
    if (typeof data !== "string" || data === "") continue;
    const problem = dns1123SubdomainProblem(data);
    if (problem === undefined) continue;
    const message = `The ${noun}'s name ${showText(data)} is not valid. ${problem}`;
    yield { path, message, hint: "Use the name of the object in the cluster." };
  }
  yield* labelSelectorFindings(fieldAt(claim, "selector"));
  for (const field of ["dataSource", "dataSourceRef"]) yield* originFindings(fieldAt(claim, field));
}

/** Without a group only another claim can be meant. */
function* originFindings(origin: Place): Iterable<PodFinding> {
  if (!isObject(origin.data)) return;
  for (const field of ["name", "kind"]) {
    const { data, path } = fieldAt(origin, field);
    if (data !== "") continue;
    yield { path, message: `${field} is empty.`, hint: "Name the object to copy from." };
  }
  const kind = fieldAt(origin, "kind");
  const group = ownText(origin.data, "apiGroup") ?? "";
  if (group !== "" || typeof kind.data !== "string" || kind.data === "") return;
  if (kind.data === "PersistentVolumeClaim") return;
  const message = `kind is ${showText(kind.data)}; without an apiGroup it must be PersistentVolumeClaim.`;
  yield { path: kind.path, message, hint: "Set apiGroup, such as snapshot.storage.k8s.io." };
}
