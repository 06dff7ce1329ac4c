/**
 * Types of the API server itself, which no CRD describes, in the notation of the table.
 * Source: apimachinery's pkg/apis/meta/v1/types.go, v0.34.
 */
export const serverTypeRows: Readonly<Record<string, string>> = Object.freeze({
  ServerObjectMeta: `
annotations {string}
creationTimestamp string nullable
deletionGracePeriodSeconds int64
deletionTimestamp string nullable
finalizers [string] set
generateName string
generation int64
labels {string}
managedFields [ManagedFieldsEntry]
name string
namespace string
ownerReferences [OwnerReference] keys=uid
resourceVersion string
selfLink string
uid string`,
  OwnerReference: `
apiVersion string required
blockOwnerDeletion boolean
controller boolean
kind string required
name string required
uid string required`,
  ManagedFieldsEntry: `
apiVersion string
fieldsType string
fieldsV1 any
manager string
operation string
subresource string
time string nullable`,
});
