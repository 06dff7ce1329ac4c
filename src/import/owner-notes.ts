import { apiFor } from "../api/api-for.ts";
import { checkAgainstApi } from "../api/check-against-api.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import { unreadSince } from "../kuberay/unread-fields.ts";
import type { Version } from "../kuberay/version.ts";
import { isAtOrAfter, parseVersion } from "../kuberay/version.ts";
import { viewManifest } from "../kuberay/views/manifest-view.ts";
import type { ImportNote } from "./import-notes.ts";

/** What nobody reads of a job or a service besides its cluster: what the API server drops, and what KubeRay has given up. */
export function ownerNotes(given: PlainObject, kuberay: Version): readonly ImportNote[] {
  const view = viewManifest(given);
  if (view === undefined || view.kind === "RayCluster") return [];
  const { kind, apiVersion, spec, cluster } = view;
  const answer = apiFor({ kind, apiVersion, kuberayVersion: kuberay });
  if (!answer.ok) return [];
  const dropped = checkAgainstApi(given, answer.api)
    .filter(({ code }) => code === "api-unknown-field" || code === "api-field-not-in-release")
    .filter(({ path }) => cluster === undefined || !isBelow(path, cluster.path))
    .map(({ path, message }) => leftOut(path, message));
  const unread = Object.keys(spec).flatMap((field) => {
    const since = unreadSince(`${kind}Spec`, field);
    const first = since === undefined ? undefined : parseVersion(since);
    if (first === undefined || !isAtOrAfter(kuberay, first)) return [];
    return [leftOut(["spec", field], `Nothing reads it from KubeRay ${since} on.`)];
  });
  return [...dropped, ...unread];
}

function isBelow(path: Path, owner: Path): boolean {
  return owner.every((step, index) => path[index] === step);
}

function leftOut(path: Path, message: string): ImportNote {
  return { kind: "left-out", path: formatPath(path), message };
}
