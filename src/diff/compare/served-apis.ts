import type { Api } from "../../api/api.ts";
import { apiFor } from "../../api/api-for.ts";
import { kuberayRelease } from "../../kuberay/releases.ts";
import type { Version } from "../../kuberay/version.ts";
import { formatVersion } from "../../kuberay/version.ts";

/** The API that a KubeRay release serves for RayClusters of an API version; undefined where it serves none. */
export type ServedApis = (apiVersion: string, kuberay: Version) => Api | undefined;

/** Reads each API once, however many clusters are compared. */
export function createServedApis(): ServedApis {
  const known = new Map<string, Api | undefined>();
  return (apiVersion, kuberay) => {
    const key = `${apiVersion} ${formatVersion(kuberay)}`;
    if (known.has(key)) return known.get(key);
    const answer = apiFor({ kind: "RayCluster", apiVersion, kuberayVersion: kuberay });
    const api = answer.ok ? answer.api : undefined;
    // Anything can stand in apiVersion, so only what is served is kept.
    if (api !== undefined) known.set(key, api);
    return api;
  };
}

/** The API version in which a release stores a RayCluster, whichever it was written in. */
export function storedApiVersion(kuberay: Version): string {
  return kuberayRelease(kuberay)?.apiVersion ?? "ray.io/v1alpha1";
}
