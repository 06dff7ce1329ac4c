import { isObject, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import { requestFields } from "../kuberay/request-fields.ts";
import type { Version } from "../kuberay/version.ts";
import { isAtOrAfter } from "../kuberay/version.ts";
import { viewManifest } from "../kuberay/views/manifest-view.ts";
import { decodeBase64 } from "../yaml/decode-base64.ts";
import type { ImportNote } from "./import-notes.ts";

/**
 * A RayJob whose runtime environment stands in `runtimeEnv`, JSON in base64, with the same in `runtimeEnvYAML`, where the release
 * has that. KubeRay 1.0 reads either; from 1.1 on the API server drops the old field, and the job would start without what it
 * needs. See ray-operator/controllers/ray/common/job.go, v1.0.0.
 */
export function decodedEnvironment(
  given: PlainObject,
  kuberay: Version,
): { readonly object: PlainObject; readonly notes: readonly ImportNote[] } {
  const unchanged = { object: given, notes: [] };
  const view = viewManifest(given);
  if (view?.kind !== "RayJob" || !isAtOrAfter(kuberay, requestFields.runtimeEnvironment.since)) {
    return unchanged;
  }
  const { runtimeEnv, ...spec } = ownObject(given, "spec");
  if (typeof runtimeEnv !== "string" || (ownText(spec, "runtimeEnvYAML") ?? "") !== "") {
    return unchanged;
  }
  const text = decodeBase64(runtimeEnv);
  if (text === undefined || !isJsonObject(text)) return unchanged;
  const note: ImportNote = {
    kind: "rewritten",
    path: "spec.runtimeEnv",
    message: "It is job.runtime_env now, no longer in base64, which newer releases do not read.",
  };
  return { object: { ...given, spec: { ...spec, runtimeEnvYAML: text } }, notes: [note] };
}

function isJsonObject(text: string): boolean {
  try {
    const read: PlainData = JSON.parse(text);
    return isObject(read);
  } catch {
    return false;
  }
}
