import { apiFor } from "../api/api-for.ts";
import { checkAgainstApi } from "../api/check-against-api.ts";
import { pruned } from "../api/pruned.ts";
import { isObject, ownText } from "../diagnostics/own-field.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import { faultToleranceForm } from "../kuberay/fault-tolerance-form.ts";
import type { Version } from "../kuberay/version.ts";
import type { ImportNote } from "./import-notes.ts";

/** A manifest as the API server keeps it and as the request says it, and what is another than it was. */
export interface NormalForm {
  readonly kept: PlainObject;
  /** With the field for fault tolerance, whatever the release has for it: the request has one field. */
  readonly manifest: PlainObject;
  readonly notes: readonly ImportNote[];
}

export function normalForm(given: PlainObject, kuberay: Version): NormalForm {
  const { kept, notes } = keptByServer(given, kuberay);
  const moved = faultToleranceForm(kept);
  if (moved === undefined) return { kept, manifest: kept, notes };
  const note: ImportNote = {
    kind: "rewritten",
    path: "metadata.annotations",
    message: "gcs_fault_tolerance sets the same as they and variables of the head do.",
  };
  return { kept, manifest: moved, notes: [...notes, note] };
}

/** Without what the API server drops: nothing of it ever had an effect. */
function keptByServer(given: PlainObject, kuberay: Version): Omit<NormalForm, "manifest"> {
  const apiVersion = ownText(given, "apiVersion") ?? "";
  const answer = apiFor({ kind: "RayCluster", apiVersion, kuberayVersion: kuberay });
  if (!answer.ok) return { kept: given, notes: [] };
  const kept = pruned(given, answer.api);
  const notes = checkAgainstApi(given, answer.api)
    .filter(({ code }) => code === "api-unknown-field" || code === "api-field-not-in-release")
    .map(({ path, message }): ImportNote => {
      return { kind: "left-out", path: formatPath(path), message };
    });
  return { kept: isObject(kept) ? kept : given, notes };
}
