import type { Api } from "../../api/api.ts";
import { apiFor } from "../../api/api-for.ts";
import { kuberayRelease } from "../../kuberay/releases.ts";
import type { Version } from "../../kuberay/version.ts";
import { formatVersion } from "../../kuberay/version.ts";
import type { ManifestKind } from "../../kuberay/views/manifest-view.ts";

/** The API that a KubeRay release serves for a kind in an API version; undefined where it serves none. */
export type ServedApis = (
  kind: ManifestKind,
  apiVersion: string,
  kuberay: Version,
) => Api | undefined;

/** Reads each API once, however many objects are compared. */
export function createServedApis(): ServedApis {
  const known = new Map<string, Api | undefined>();
  return (kind, apiVersion, kuberay) => {
    const key = `${kind} ${apiVersion} ${formatVersion(kuberay)}`;
    if (known.has(key)) return known.get(key);
    const answer = apiFor({ kind, apiVersion, kuberayVersion: kuberay });
    const api = answer.ok ? answer.api : undefined;
    // Anything can stand in apiVersion, so only what is served is kept.
    if (api !== undefined) known.set(key, api);
    return api;
  };
}

/** The API version in which a release stores an object, whichever it was written in. */
export function storedApiVersion(kuberay: Version): string {
  return kuberayRelease(kuberay)?.apiVersion ?? "ray.io/v1alpha1";
}
