/** Why two ways to write something mean the same: what each cause stands for, as a sentence of a report. */
export const spellingCauses = Object.freeze({
  quantity: "This is the same amount.",
  "server-default": "The API server stores this value when the field is left out.",
  default: "Leaving it out means the same.",
  "operator-default": "KubeRay fills in this value when the field is left out.",
  zero: "Leaving it out means the same.",
  empty: "It is empty.",
  order: "The order has no meaning here.",
  "yaml-text": "The YAML in both texts says the same.",
  "port-name":
    "No running pod and no Service changes; pods and Services created later have the new name.",
  "service-account": "The pods run under the same service account.",
  autoscaler: "The autoscaler writes this while it runs.",
  kueue: "Kueue writes this when it admits the cluster or puts it on hold.",
  unread: "Nothing reads this.",
  "replica-bounds": "The bounds hold it at the same number of replicas.",
  "ray-resources": "Ray and KubeRay read the same resources.",
  "fault-tolerance": "KubeRay makes the same of both: annotations and variables, or the field.",
  dropped: "The API server does not keep this, so that it was never there.",
  "api-version": "Both versions are stored as the same object.",
  namespace: "The object in the cluster has the namespace to which the manifest was applied.",
});
