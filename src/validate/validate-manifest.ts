import { apiKinds } from "../api/api-for.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { isObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { judgeStored } from "./judge-stored.ts";
import { storeManifest } from "./store-manifest.ts";
import type { ValidationTarget } from "./validation-target.ts";
import { withoutMeant } from "./without-meant.ts";

/** Whether an object is one of KubeRay's, sound or not: by its kind or by the group of its version. */
export function isKuberayManifest(data: PlainData | undefined): data is PlainObject {
  if (!isObject(data)) return false;
  const kind = ownText(data, "kind") ?? "";
  if (apiKinds().includes(kind)) return true;
  return (ownText(data, "apiVersion") ?? "").startsWith("ray.io/") && !kind.endsWith("List");
}

/**
 * Everything that is wrong with one manifest under a target, in no particular order: what its API server refuses or
 * drops; then, of what is left, what the operator refuses, what keeps Kubernetes from taking the pods, and what is lawful
 * and surely not meant. One cause, one finding.
 */
export function validateManifest(data: PlainObject, target: ValidationTarget): readonly Finding[] {
  const stored = storeManifest(data, target);
  const { laws, pods } = judgeStored(stored, target);
  return withoutMeant([...stored.findings, ...laws, ...pods()], data);
}
