import type { RayClusterRequest } from "../../src/model/request/request.ts";
import type { DeploymentSettings } from "../../src/model/settings/settings.ts";

/** The documented deployment as objects: four nodes with a GPU each, placed by selector and toleration. */
export const request: RayClusterRequest = {
  name: "train-resnet",
  namespace: "ml",
  image: "registry.example.com/train:1.2",
  ray_version: "2.9.3",
  config: { n_nodes: 4, node_config: { cpu: 16, memory_gb: 32, gpu_count: 1 } },
};

export const settings: DeploymentSettings = {
  kuberay_version: "1.0.0",
  ray: {
    enabled: true,
    supports_gpus: true,
    gpu_node_selector: { "node.kubernetes.io/instance-type": "g4dn.xlarge" },
    non_gpu_node_selector: {},
    gpu_tolerations: [
      { key: "nvidia.com/gpu", value: "true", operator: "Equal", effect: "NoSchedule" },
    ],
    non_gpu_tolerations: [],
    gpu_labels: {},
    non_gpu_labels: {},
    gpu_annotations: {},
    non_gpu_annotations: {},
    gpu_resource_request_key: null,
  },
  worker: { service_account: { name: "default" } },
};
