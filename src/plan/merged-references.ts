import { ownField, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import type { Prerequisite } from "./plan.ts";

/** Takes down an object that must exist; undefined and null name none. */
export type AddReference = (
  kind: Prerequisite["kind"],
  name: string | null | undefined,
  reason: string,
) => void;

export const BY_VARIABLES = "A variable of the pods is read from it.";
export const BY_VOLUMES = "The pods mount it.";
export const BY_PULLING = "The image is pulled with it.";

/** The objects that a pod which pod templates changed cannot start without. */
export function addMergedReferences(podSpec: PlainObject, add: AddReference): void {
  add("ServiceAccount", ownText(podSpec, "serviceAccountName"), "Pods run under it.");
  add("RuntimeClass", ownText(podSpec, "runtimeClassName"), "Pods run under it.");
  const priority = ownText(podSpec, "priorityClassName");
  // The classes of Kubernetes itself are always there.
  if (priority?.startsWith("system-") !== true) {
    add("PriorityClass", priority, "Pods are of this priority.");
  }
  for (const secret of ownList(podSpec, "imagePullSecrets")) {
    add("Secret", ownText(secret, "name"), BY_PULLING);
  }
  for (const volume of ownList(podSpec, "volumes")) addVolume(volume, add);
  for (const list of ["initContainers", "containers"]) {
    for (const container of ownList(podSpec, list)) addVariables(container, add);
  }
  for (const claim of ownList(podSpec, "resourceClaims")) {
    const reason = "The pods claim devices by it.";
    add("ResourceClaim", ownText(claim, "resourceClaimName"), reason);
    add("ResourceClaimTemplate", ownText(claim, "resourceClaimTemplateName"), reason);
  }
}

function addVolume(volume: PlainData, add: AddReference): void {
  const claim = ownObject(volume, "persistentVolumeClaim");
  add("PersistentVolumeClaim", ownText(claim, "claimName"), BY_VOLUMES);
  addRequired("ConfigMap", ownField(volume, "configMap"), "name", BY_VOLUMES, add);
  addRequired("Secret", ownField(volume, "secret"), "secretName", BY_VOLUMES, add);
  for (const source of ownList(ownObject(volume, "projected"), "sources")) {
    addRequired("ConfigMap", ownField(source, "configMap"), "name", BY_VOLUMES, add);
    addRequired("Secret", ownField(source, "secret"), "name", BY_VOLUMES, add);
  }
}

function addVariables(container: PlainData, add: AddReference): void {
  for (const variable of ownList(container, "env")) {
    const from = ownObject(variable, "valueFrom");
    addRequired("Secret", ownField(from, "secretKeyRef"), "name", BY_VARIABLES, add);
    addRequired("ConfigMap", ownField(from, "configMapKeyRef"), "name", BY_VARIABLES, add);
  }
  for (const source of ownList(container, "envFrom")) {
    addRequired("Secret", ownField(source, "secretRef"), "name", BY_VARIABLES, add);
    addRequired("ConfigMap", ownField(source, "configMapRef"), "name", BY_VARIABLES, add);
  }
}

/** What is optional may be missing. */
function addRequired(
  kind: Prerequisite["kind"],
  reference: PlainData | undefined,
  key: string,
  reason: string,
  add: AddReference,
): void {
  if (ownField(reference, "optional") !== true) add(kind, ownText(reference, key), reason);
}
