/** What the items of a list are to those who read it. */
export interface ListMeaning {
  /**
   * What the order says: nothing; which item is the first; all of it; or, of variables, what `$(NAME)` in a later one
   * stands for.
   */
  readonly order: "nothing" | "first" | "everything" | "references";
  /** The fields that tell an item from the others, whether or not the CRD keys the list; none for a list of scalars. */
  readonly names: readonly string[];
}

/**
 * Lists whose order is not all of their meaning, by `Type.field`; of any other list the order counts. CRDs do not say it,
 * and they key lists from 1.2 on only.
 * Source: how Kubernetes and KubeRay read them; the first container runs Ray: RayContainerIndex in KubeRay's
 * ray-operator/controllers/ray/utils/constant.go.
 */
const meanings: Readonly<Record<string, ListMeaning>> = Object.freeze({
  "PodSpec.containers": list("first", "name"),
  "PodSpec.initContainers": list("everything", "name"),
  "PodSpec.ephemeralContainers": list("nothing", "name"),
  "PodSpec.volumes": list("nothing", "name"),
  "PodSpec.imagePullSecrets": list("nothing", "name"),
  "PodSpec.tolerations": list("nothing", "key", "operator", "value", "effect", "tolerationSeconds"),
  "PodSpec.topologySpreadConstraints": list("nothing", "topologyKey", "whenUnsatisfiable"),
  "PodSpec.hostAliases": list("nothing", "ip"),
  "PodSpec.resourceClaims": list("nothing", "name"),
  "PodSpec.schedulingGates": list("nothing", "name"),
  "PodSpec.readinessGates": list("nothing", "conditionType"),
  "ResourceRequirements.claims": list("nothing", "name"),
  ...containerLists("Container"),
  ...containerLists("EphemeralContainer"),
  "AutoscalerOptions.env": list("references", "name"),
  "AutoscalerOptions.envFrom": list("everything"),
  "AutoscalerOptions.volumeMounts": list("nothing", "mountPath"),
  "CollectorOptions.env": list("references", "name"),
  "Capabilities.add": list("nothing"),
  "Capabilities.drop": list("nothing"),
  "ConfigMapVolumeSource.items": list("nothing", "path"),
  "SecretVolumeSource.items": list("nothing", "path"),
  "DownwardAPIVolumeSource.items": list("nothing", "path"),
  "PersistentVolumeClaimSpec.accessModes": list("nothing"),
  "GcsEmbeddedStorage.accessModes": list("nothing"),
  "RayClusterSpec.workerGroupSpecs": list("nothing", "groupName"),
  "ScaleStrategy.workersToDelete": list("nothing"),
  "NetworkPolicyConfig.workerGroups": list("nothing", "groupName"),
  "DeletionStrategy.deletionRules": list("nothing"),
  "ServiceSpec.ports": list("nothing", "port", "protocol"),
  "ObjectMeta.finalizers": list("nothing"),
  "ServerObjectMeta.finalizers": list("nothing"),
});

/** Every `Type.field` of such a list. */
export const listMeaningPlaces: readonly string[] = Object.freeze(Object.keys(meanings));

/** What the items of a list are; undefined where they are what they are in their order. */
export function listMeaning(typeName: string, field: string): ListMeaning | undefined {
  const place = `${typeName}.${field}`;
  return Object.hasOwn(meanings, place) ? meanings[place] : undefined;
}

function containerLists(typeName: string): Readonly<Record<string, ListMeaning>> {
  return {
    [`${typeName}.env`]: list("references", "name"),
    [`${typeName}.envFrom`]: list("everything"),
    [`${typeName}.ports`]: list("nothing", "containerPort", "protocol"),
    [`${typeName}.volumeMounts`]: list("nothing", "mountPath"),
    [`${typeName}.volumeDevices`]: list("nothing", "devicePath"),
    [`${typeName}.resizePolicy`]: list("nothing", "resourceName"),
  };
}

function list(order: ListMeaning["order"], ...names: readonly string[]): ListMeaning {
  return Object.freeze({ order, names: Object.freeze(names) });
}
