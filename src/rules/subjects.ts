import { hasMembers } from "../diagnostics/plain-data.ts";
import type { Cluster, ClusterNode } from "../model/cluster.ts";
import type { Salvaged } from "../model/resolved.ts";
import { rayOfImage } from "../ray/image-tag.ts";

/**
 * What laws are about and most requests do not have. Where a model has nothing of it, they have nothing to find, and the
 * runner passes them over. Where pod templates are merged every law is asked, since a template may bring anything.
 */
export interface Subject {
  readonly isIn: (model: Salvaged) => boolean;
}

/** A node that asks for an accelerator, or for a number of them. */
export const accelerators = ofNodes(
  ({ accelerator, acceleratorCount }) =>
    accelerator !== undefined || acceleratorCount !== undefined,
);

/** A node that asks for GPUs or for an accelerator. */
export const devices = ofNodes(
  ({ gpuCount, accelerator }) => gpuCount > 0 || accelerator !== undefined,
);

/** A node whose image names the Ray inside. */
export const rayImages = ofNodes(
  ({ image }) => image !== undefined && rayOfImage(image) !== undefined,
);

/** A node that says more of Ray's container than its size: a name, or requests below the limits. */
export const containerDetails = ofNodes(
  ({ containerName, requestedCpu, requestedMemoryGib }) =>
    containerName !== undefined || requestedCpu !== undefined || requestedMemoryGib !== undefined,
);

/** A bound of the settings on what pods or clusters ask for. An accelerator may have its own. */
export const bounds = subject((model) => {
  const { gpu_node_capacity, non_gpu_node_capacity, limits } = model.settings.ray;
  return (
    gpu_node_capacity !== undefined ||
    non_gpu_node_capacity !== undefined ||
    hasMembers(limits) ||
    accelerators.isIn(model)
  );
});

/** A node with volumes of the user. */
export const volumes = ofNodes((node) => node.volumes.length > 0);

/** A variable of the user, on a node or for the autoscaler. */
export const variables = subject(
  ({ cluster }) =>
    cluster !== undefined &&
    (someNode(cluster, (node) => node.environment.length > 0) ||
      (cluster.autoscaler?.environment ?? []).length > 0),
);

/** An annotation of pods, from either document. */
export const podAnnotations = ofNodes(
  (node) => hasMembers(node.annotations) || hasMembers(node.placement.annotations),
);

/** A parameter of `ray start` or a custom resource. */
export const rayParameters = ofNodes(
  (node) => hasMembers(node.rayStartParams) || hasMembers(node.rayResources),
);

/** A pod template in the request, or a template of another part of what it makes. */
export const requestTemplates = subject(
  ({ cluster, options: { cluster_template, job_template, service_template } }) =>
    cluster_template != null ||
    job_template != null ||
    service_template != null ||
    (cluster !== undefined && someNode(cluster, (node) => node.podTemplate !== undefined)),
);

/** A scaling group, as only the config in full has them. */
export const scalingGroups = subject(
  ({ cluster }) =>
    cluster !== undefined && cluster.nodeBounds === undefined && cluster.groups.length > 0,
);

/** An autoscaler, or a cluster that scales and needs one. */
export const autoscaling = subject(
  ({ cluster }) => cluster !== undefined && (cluster.scales || cluster.autoscaler !== undefined),
);

/** A field of the request beside the cluster that not every release has, or that has a law of its own. */
export const clusterOptions = subject(hasClusterOptions);

/** What not every release of KubeRay or Ray has. */
export const releasedFeatures = subject(
  (model) => hasClusterOptions(model) || scalingGroups.isIn(model) || autoscaling.isIn(model),
);

function hasClusterOptions({ options }: Salvaged): boolean {
  return (
    options.head_service != null ||
    options.gcs_fault_tolerance != null ||
    options.auth != null ||
    options.upgrade_strategy != null ||
    options.suspend != null ||
    options.managed_by != null ||
    options.network_policy != null ||
    options.tls != null ||
    options.job != null ||
    options.service != null
  );
}

function ofNodes(isAbout: (node: ClusterNode) => boolean): Subject {
  return subject(({ cluster }) => cluster !== undefined && someNode(cluster, isAbout));
}

function subject(isIn: (model: Salvaged) => boolean): Subject {
  return Object.freeze({ isIn });
}

/** In the form for equal nodes the head tells of them all. */
function someNode(cluster: Cluster, isAbout: (node: ClusterNode) => boolean): boolean {
  if (isAbout(cluster.head)) return true;
  if (cluster.nodeBounds !== undefined) return false;
  for (const { node } of cluster.groups) if (isAbout(node)) return true;
  return false;
}
