// Generated from the CRDs of KubeRay: npm run api. How to read a row: ../table-row.ts.
export const schedulingTypes: Readonly<Record<string, string>> = Object.freeze({
  Affinity: `
nodeAffinity NodeAffinity
podAffinity PodAffinity
podAntiAffinity PodAntiAffinity`,
  NodeAffinity: `
preferredDuringSchedulingIgnoredDuringExecution [PreferredSchedulingTerm] atomic@1.2+
requiredDuringSchedulingIgnoredDuringExecution NodeSelector`,
  PreferredSchedulingTerm: `
preference NodeSelectorTerm required
weight int32 required`,
  NodeSelectorTerm: `
* atomic@1.1+
matchExpressions [NodeSelectorRequirement] atomic@1.2+
matchFields [NodeSelectorRequirement] atomic@1.2+`,
  NodeSelectorRequirement: `
key string required
operator string required
values [string] atomic@1.2+`,
  NodeSelector: `
* atomic@1.1+
nodeSelectorTerms [NodeSelectorTerm] required atomic@1.2+`,
  PodAffinity: `
preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm] atomic@1.2+
requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm] atomic@1.2+`,
  WeightedPodAffinityTerm: `
podAffinityTerm PodAffinityTerm required
weight int32 required`,
  PodAffinityTerm: `
labelSelector LabelSelector
matchLabelKeys [string] atomic @1.2+
mismatchLabelKeys [string] atomic @1.2+
namespaceSelector LabelSelector
namespaces [string] atomic@1.2+
topologyKey string required`,
  PodAntiAffinity: `
preferredDuringSchedulingIgnoredDuringExecution [WeightedPodAffinityTerm] atomic@1.2+
requiredDuringSchedulingIgnoredDuringExecution [PodAffinityTerm] atomic@1.2+`,
  Toleration: `
effect string
key string
operator string
tolerationSeconds int64
value string`,
  TopologySpreadConstraint: `
labelSelector LabelSelector
matchLabelKeys [string] atomic @1.1+
maxSkew int32 required
minDomains int32 @1.1+
nodeAffinityPolicy string @1.1+
nodeTaintsPolicy string @1.1+
topologyKey string required
whenUnsatisfiable string required`,
});
