/** How a strategic merge treats a list. */
export interface PatchStrategy {
  /** The field by which items are told apart; undefined for a list of scalars. */
  readonly key: string | undefined;
}

/**
 * The lists that a strategic merge merges, by `Type.field`; every other list is replaced as a whole. CRDs do not say it.
 * Source: the tags patchStrategy and patchMergeKey in Kubernetes' api/core/v1/types.go and
 * apimachinery/pkg/apis/meta/v1/types.go, v0.34.
 */
const strategies: Readonly<Record<string, PatchStrategy>> = Object.freeze({
  "PodSpec.containers": by("name"),
  "PodSpec.initContainers": by("name"),
  "PodSpec.ephemeralContainers": by("name"),
  "PodSpec.volumes": by("name"),
  "PodSpec.imagePullSecrets": by("name"),
  "PodSpec.hostAliases": by("ip"),
  "PodSpec.topologySpreadConstraints": by("topologyKey"),
  "PodSpec.schedulingGates": by("name"),
  "PodSpec.resourceClaims": by("name"),
  "Container.env": by("name"),
  "Container.ports": by("containerPort"),
  "Container.volumeMounts": by("mountPath"),
  "Container.volumeDevices": by("devicePath"),
  "EphemeralContainer.env": by("name"),
  "EphemeralContainer.ports": by("containerPort"),
  "EphemeralContainer.volumeMounts": by("mountPath"),
  "EphemeralContainer.volumeDevices": by("devicePath"),
  "ServiceSpec.ports": by("port"),
  "ServiceStatus.conditions": by("type"),
  "ObjectMeta.finalizers": by(undefined),
  "ServerObjectMeta.finalizers": by(undefined),
  "ServerObjectMeta.ownerReferences": by("uid"),
});

/** Every `Type.field` of such a list. */
export const patchStrategyPlaces: readonly string[] = Object.freeze(Object.keys(strategies));

/** The strategy of a list in a field; undefined for one that is replaced. */
export function patchStrategy(typeName: string, field: string): PatchStrategy | undefined {
  const place = `${typeName}.${field}`;
  return Object.hasOwn(strategies, place) ? strategies[place] : undefined;
}

function by(key: string | undefined): PatchStrategy {
  return Object.freeze({ key });
}
