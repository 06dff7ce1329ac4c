import { ownObject } from "../diagnostics/own-field.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import type { ManifestView } from "../kuberay/views/manifest-view.ts";
import { viewManifest } from "../kuberay/views/manifest-view.ts";

/**
 * The RayCluster that KubeRay makes of an object, with the object's own metadata: what a request says of a cluster, it says
 * of both alike. Undefined where a job runs on a cluster that is there.
 */
export function clusterFace(data: PlainObject): PlainObject | undefined {
  const view = viewManifest(data);
  return view?.cluster === undefined || view.job?.selectsCluster === true
    ? undefined
    : face(view, view.cluster.spec);
}

/**
 * The cluster that is assumed where a job selects one: only the plan reads it. Its image is that of the submitter, else the
 * one that KubeRay 0.6 submits with.
 */
export function assumedFace(view: ManifestView, image: string): PlainObject {
  const limits = { cpu: "1", memory: "1Gi" };
  const container = { name: "ray-head", image, resources: { limits, requests: limits } };
  const headGroupSpec = { rayStartParams: {}, template: { spec: { containers: [container] } } };
  return face(view, { headGroupSpec });
}

function face({ data, apiVersion }: ManifestView, spec: PlainObject): PlainObject {
  return { apiVersion, kind: "RayCluster", metadata: ownObject(data, "metadata"), spec };
}
