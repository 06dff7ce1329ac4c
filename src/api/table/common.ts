// Generated from the CRDs of KubeRay: npm run api. How to read a row: ../table-row.ts.
export const commonTypes: Readonly<Record<string, string>> = Object.freeze({
  ObjectMeta: `
annotations {string}
finalizers [string]
labels {string}
name string
namespace string`,
  Condition: String.raw`
lastTransitionTime dateTime required
message string required maxLength=32768
observedGeneration int64 minimum=0
reason string required maxLength=1024 minLength=1 pattern=^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$
status string required enum=True|False|Unknown
type string required maxLength=316 pattern=^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$`,
  LabelSelector: `
* atomic@1.1+
matchExpressions [LabelSelectorRequirement] atomic@1.2+
matchLabels {string}`,
  LabelSelectorRequirement: `
key string required
operator string required
values [string] atomic@1.2+`,
  LocalObjectReference: `
* atomic@1.1+
name string default=""@1.2+`,
  ResourceRequirements: `
claims [ResourceClaim] keys=name @1.1+
limits {quantity}
requests {quantity}`,
  ResourceClaim: `
name string required
request string @1.3.1+`,
});
