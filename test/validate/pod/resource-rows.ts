import { container, podSpec, resources } from "./check.ts";
import type { Row } from "./row.ts";

const R = "spec.containers[0].resources";
const head = { role: "head", clusterYaml: "enableInTreeAutoscaling: true" } as const;

/** Amounts and names of resources. */
export const resourceRows: readonly Row[] = [
  [
    "pod-quantity",
    `${R}.limits.cpu`,
    resources("{limits: {cpu: 0}}"),
    resources('{limits: {cpu: "-1"}}'),
  ],
  [
    "pod-quantity",
    `${R}.limits.cpu`,
    resources("{limits: {cpu: 1}}"),
    resources("{limits: {cpu: -1}}"),
  ],
  [
    "pod-quantity",
    `${R}.limits.memory`,
    resources('{limits: {memory: "1e9"}}'),
    resources('{limits: {memory: "1e1.5"}}'),
  ],
  [
    "pod-quantity",
    "spec.volumes[0].emptyDir.sizeLimit",
    podSpec("volumes: [{name: a, emptyDir: {sizeLimit: 1Gi}}]"),
    podSpec("volumes: [{name: a, emptyDir: {sizeLimit: -1Gi}}]"),
  ],
  [
    "pod-requests-over-limits",
    `${R}.requests.cpu`,
    resources("{limits: {cpu: 4}, requests: {cpu: 4000m}}"),
    resources("{limits: {cpu: 4}, requests: {cpu: 4001m}}"),
  ],
  [
    "pod-requests-over-limits",
    `${R}.requests.memory`,
    resources("{limits: {memory: 1Gi}, requests: {memory: 1024Mi}}"),
    resources("{limits: {memory: 1Gi}, requests: {memory: 1025Mi}}"),
  ],
  [
    "pod-requests-over-limits",
    "CLUSTER.autoscalerOptions.resources.requests.cpu",
    container("{}"),
    container("{}"),
    head,
    {
      ...head,
      clusterYaml:
        "{enableInTreeAutoscaling: true, autoscalerOptions: {resources: {limits: {cpu: 1}, requests: {cpu: 2}}}}",
    },
  ],
  [
    "pod-extended-resource",
    `${R}.limits["nvidia.com/gpu"]`,
    resources("{limits: {nvidia.com/gpu: 1}}"),
    resources('{limits: {nvidia.com/gpu: "0.5"}}'),
  ],
  [
    "pod-extended-resource",
    `${R}.requests["nvidia.com/gpu"]`,
    resources("{limits: {nvidia.com/gpu: 1}, requests: {nvidia.com/gpu: '1'}}"),
    resources("{requests: {nvidia.com/gpu: 1}}"),
  ],
  [
    "pod-extended-resource",
    `${R}.requests["nvidia.com/gpu"]`,
    resources("{limits: {nvidia.com/gpu: 2}}"),
    resources("{limits: {nvidia.com/gpu: 2}, requests: {nvidia.com/gpu: 1}}"),
  ],
  [
    "pod-resource-name",
    `${R}.limits.gpu`,
    resources("{limits: {nvidia.com/gpu: 1}}"),
    resources("{limits: {gpu: 1}}"),
  ],
  [
    "pod-resource-name",
    `${R}.limits.storage`,
    resources("{limits: {ephemeral-storage: 1Gi}}"),
    resources("{limits: {storage: 1Gi}}"),
  ],
  [
    "pod-resource-name",
    `${R}.limits["requests.nvidia.com/gpu"]`,
    resources("{limits: {a.b/c: 1}}"),
    resources("{limits: {requests.nvidia.com/gpu: 1}}"),
  ],
  [
    "pod-resource-name",
    `${R}.limits["a/b/c"]`,
    resources("{limits: {a/b: 1}}"),
    resources("{limits: {a/b/c: 1}}"),
  ],
  [
    "pod-resource-name",
    'spec.resources.limits["nvidia.com/gpu"]',
    podSpec("resources: {limits: {cpu: 4}}"),
    podSpec("resources: {limits: {nvidia.com/gpu: 1}}"),
  ],
  [
    "pod-huge-pages",
    `${R}.limits["hugepages-2Mi"]`,
    resources("{limits: {hugepages-2Mi: 4Mi, cpu: 1}}"),
    resources("{limits: {hugepages-2Mi: 3Mi, cpu: 1}}"),
  ],
  [
    "pod-huge-pages",
    `${R}.limits["hugepages-2Mi"]`,
    resources("{limits: {hugepages-2Mi: 4Mi}, requests: {memory: 1Gi}}"),
    resources("{limits: {hugepages-2Mi: 4Mi}}"),
  ],
  [
    "pod-huge-pages",
    `${R}.requests["hugepages-2Mi"]`,
    resources("{limits: {hugepages-2Mi: 4Mi, cpu: 1}, requests: {hugepages-2Mi: 4Mi}}"),
    resources("{limits: {hugepages-2Mi: 4Mi, cpu: 1}, requests: {hugepages-2Mi: 2Mi}}"),
  ],
  [
    "pod-resource-claim",
    `${R}.claims[0].name`,
    podSpec(
      "{resourceClaims: [{name: net, resourceClaimName: a}], containers: [{name: a, image: b, resources: {claims: [{name: net}]}}]}",
    ),
    podSpec(
      "{resourceClaims: [{name: net, resourceClaimName: a}], containers: [{name: a, image: b, resources: {claims: [{name: nat}]}}]}",
    ),
  ],
  [
    "pod-resource-claim",
    "spec.resourceClaims[0]",
    podSpec("resourceClaims: [{name: a, resourceClaimTemplateName: b}]"),
    podSpec("resourceClaims: [{name: a, resourceClaimTemplateName: b, resourceClaimName: c}]"),
  ],
  [
    "pod-resource-claim",
    "spec.resourceClaims[0]",
    podSpec("resourceClaims: [{name: a, resourceClaimName: b}]"),
    podSpec("resourceClaims: [{name: a}]"),
  ],
  [
    "pod-resource-claim",
    "spec.resourceClaims[0].name",
    podSpec("resourceClaims: [{name: a-b, resourceClaimName: b}]"),
    podSpec("resourceClaims: [{name: a_b, resourceClaimName: b}]"),
  ],
  [
    "pod-level-resources",
    "spec.resources.requests.cpu",
    podSpec(
      "{resources: {requests: {cpu: 2500m}}, containers: [{name: a, image: b, resources: {limits: {cpu: 2}}}]}",
    ),
    podSpec(
      "{resources: {requests: {cpu: 2499m}}, containers: [{name: a, image: b, resources: {limits: {cpu: 2}}}]}",
    ),
    head,
  ],
  [
    "pod-level-resources",
    `${R}.limits.cpu`,
    podSpec(
      "{resources: {limits: {cpu: 2}}, containers: [{name: a, image: b, resources: {limits: {cpu: 2}}}]}",
    ),
    podSpec(
      "{resources: {limits: {cpu: 2}}, containers: [{name: a, image: b, resources: {limits: {cpu: 3}}}]}",
    ),
  ],
  // The wait container's 200m, which is there on workers.
  [
    "pod-level-resources",
    "spec.resources.requests.cpu",
    podSpec("resources: {requests: {cpu: 200m}}"),
    podSpec("resources: {requests: {cpu: 199m}}"),
  ],
  [
    "pod-resize-policy",
    "spec.containers[0].resizePolicy[0].restartPolicy",
    podSpec(
      "{restartPolicy: Always, containers: [{name: a, image: b, resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]}]}",
    ),
    podSpec(
      "{restartPolicy: Never, containers: [{name: a, image: b, resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]}]}",
    ),
  ],
];
