import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { isObject, ownField, ownList } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { amountOf } from "./amount.ts";
import type { Place } from "./place.ts";
import { fieldAt, placesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

const ONCE_POD = "ReadWriteOncePod";
const ALLOWED_METADATA = Object.freeze(["labels", "annotations"]);

/** The claims of ephemeral volumes. Source: Kubernetes, validateEphemeralVolumeSource and ValidatePersistentVolumeClaimSpec. */
export const podVolumeClaim = definePodLaw({
  code: "pod-volume-claim",
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
    if (data === undefined || ALLOWED_METADATA.includes(key)) continue;
    const message = `The template of a claim may have only labels and annotations, not ${showText(key)}.`;
    yield { path, target: "key", message, hint: "Remove it; Kubernetes names the claim." };
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
  if (storage.data === undefined || amount?.nanos === 0n) {
    const message = "The claim requests no storage.";
    yield { path: storage.path, message, hint: "Set resources.requests.storage, such as 10Gi." };
  }
  const storageClass = ownField(claim.data, "storageClassName");
  if (typeof storageClass !== "string" || storageClass === "") return;
  const problem = dns1123SubdomainProblem(storageClass);
  if (problem === undefined) return;
  const message = `The storage class's name ${showText(storageClass)} is not valid. ${problem}`;
  const hint = "Use the name of the object in the cluster.";
  yield { path: fieldAt(claim, "storageClassName").path, message, hint };
}
