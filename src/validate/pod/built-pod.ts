import { ownField, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import type { PodAdditions } from "../../kuberay/pod-additions/pod-additions.ts";
import { podAdditions } from "../../kuberay/pod-additions/pod-additions.ts";
import type { Amount } from "./amount.ts";
import { resourceAmounts } from "./amount.ts";
import type { BuiltContainer } from "./built-container.ts";
import { addedContainer, templateContainer } from "./built-container.ts";
import { keysWithin } from "./keys-within.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt } from "./place.ts";
import type { PodContext } from "./pod-context.ts";

/** A pod as Kubernetes gets it: the template and what KubeRay adds to it. */
export interface BuiltPod {
  readonly context: PodContext;
  readonly kubernetesMinor: number;
  readonly additions: PodAdditions;
  readonly metadata: Place;
  readonly spec: Place;
  /** The RayCluster's spec and the group. */
  readonly cluster: Place;
  readonly group: Place;
  readonly autoscales: boolean;
  /** Init containers and containers, in this order, the template's before the operator's. */
  readonly containers: readonly BuiltContainer[];
  /** The first of the template's init containers. */
  readonly firstInit: BuiltContainer | undefined;
  /** Those among them that are not mere copies of another one. */
  readonly judged: readonly BuiltContainer[];
  /** The template's own volumes. */
  readonly volumes: readonly Place[];
  /** The amounts of resources that those judged, the pod itself and its overhead come to. */
  readonly amounts: readonly Amount[];
  /** Every key of the template and of the options that KubeRay makes containers of. */
  readonly keys: ReadonlySet<string>;
  /** The names of all volumes. */
  readonly volumeNames: ReadonlySet<string>;
}

/** The newest Kubernetes minor whose validation is known here. */
export const NEWEST_KUBERNETES_MINOR = 34;

/** Builds the pod that the operator would ask for. Never throws, whatever the template holds. */
export function buildPod(template: PlainData | undefined, context: PodContext): BuiltPod {
  const root: Place = { data: template, path: context.path };
  const [metadata, spec] = [fieldAt(root, "metadata"), fieldAt(root, "spec")];
  const cluster: Place = { data: context.cluster ?? EMPTY, path: context.clusterPath ?? [] };
  const group: Place = { data: context.group ?? EMPTY, path: context.groupPath ?? [] };
  const additions = podAdditions({
    role: context.role,
    kuberay: context.kuberay,
    clusterName: context.clusterName,
    clusterAnnotations: context.clusterAnnotations ?? EMPTY,
    cluster: context.cluster ?? EMPTY,
    group: context.group ?? EMPTY,
    template: { spec: ownObject(template, "spec") },
    injectsWaitContainer: context.injectsWaitContainer,
  });
  const volumes = itemsAt(spec, "volumes");
  const ownNames = volumes.flatMap(({ data }) => ownText(data, "name") ?? []);
  const containers = builtContainers(spec, cluster, additions);
  const judged = containers.filter(({ isCopy }) => !isCopy);
  return {
    context,
    kubernetesMinor: context.kubernetesMinor ?? NEWEST_KUBERNETES_MINOR,
    additions,
    metadata,
    spec,
    cluster,
    group,
    autoscales: ownField(cluster.data, "enableInTreeAutoscaling") === true,
    containers,
    firstInit: containers.find(({ list }) => list === "initContainers"),
    judged,
    amounts: resourceAmounts(judged, spec),
    volumes,
    keys: keysWithin(
      template,
      ownField(context.group, "rayStartParams"),
      ...OPTIONS.map((key) => ownField(context.cluster, key)),
    ),
    volumeNames: new Set([...ownNames, ...additions.volumes]),
  };
}

/** The keys of the labels that the pod has: the template's and KubeRay's. */
export function labelKeys({ metadata, additions }: BuiltPod): ReadonlySet<string> {
  return new Set([...Object.keys(ownObject(metadata.data, "labels")), ...additions.labelKeys]);
}

/** Whose fields become containers or variables. */
const OPTIONS = Object.freeze([
  "autoscalerOptions",
  "historyServerOptions",
  "gcsFaultToleranceOptions",
]);

const EMPTY: PlainObject = Object.freeze({});

function builtContainers(
  spec: Place,
  cluster: Place,
  additions: PodAdditions,
): readonly BuiltContainer[] {
  return [
    ...itemsAt(spec, "initContainers").map((place) =>
      templateContainer(place, "initContainers", false, cluster, additions),
    ),
    ...additions.initContainers.map((added) => addedContainer(added, "initContainers", cluster)),
    ...itemsAt(spec, "containers").map((place, index) =>
      templateContainer(place, "containers", index === 0, cluster, additions),
    ),
    ...additions.containers.map((added) => addedContainer(added, "containers", cluster)),
  ];
}
