import { expect, test } from "vitest";
import { editorWith } from "./editor.ts";
import { publishedSchema } from "./published-once.ts";

const editors = Object.freeze({
  request: editorWith(publishedSchema("raycluster-request.schema.json")),
  settings: editorWith(publishedSchema("deployment-settings.schema.json")),
  config: editorWith(publishedSchema("raycluster-config.schema.json")),
});

test.each([
  ["request", "¦", ["name", "image", "ray_version", "config", "namespace", "forward_logs"]],
  ["request", "name: a\n¦", ["image", "config", "labels", "annotations"]],
  ["request", "config:\n  ¦", ["n_nodes", "node_config", "head_node", "scaling_groups"]],
  ["request", "config:\n  n_nodes: 3\n  ¦", ["node_config", "max_nodes", "autoscaler_config"]],
  ["request", "config:\n  n_nodes: 3\n  node_config:\n    ¦", ["cpu", "memory_gb", "gpu_count"]],
  [
    "request",
    "config:\n  head_node:\n    cpu: 4\n    memory_gb: 16\n  scaling_groups:\n    - ¦",
    ["worker_nodes", "min_workers", "max_workers"],
  ],
  ["request", "env:\n  TOKEN:\n    ¦", ["secret", "config_map", "key", "field", "optional"]],
  ["request", "env:\n  TOKEN:\n    secret: a\n    ¦", ["key", "optional"]],
  ["request", "volumes:\n  - ¦", ["mount_path", "claim", "config_map", "secret", "empty_dir"]],
  ["request", "volumes:\n  - mount_path: /a\n    ¦", ["claim", "empty_dir", "read_only"]],
  ["request", "volumes:\n  - empty_dir:\n      ¦", ["size_gb", "in_memory"]],
  ["request", "head_service:\n  ¦", ["type", "labels", "annotations"]],
  [
    "request",
    "gcs_fault_tolerance:\n  ¦",
    ["backend", "redis_address", "redis_password", "storage"],
  ],
  ["request", "gcs_fault_tolerance:\n  redis_password:\n    ¦", ["secret", "key"]],
  ["request", "network_policy:\n  head:\n    ingress_rules:\n      - ¦", ["from", "ports"]],
  [
    "request",
    "config:\n  n_nodes: 3\n  node_config:\n    cpu: 1\n    ¦",
    ["requests", "limits", "shm_gb", "env", "volumes", "ray_cpus", "ray_start_params"],
  ],
  [
    "request",
    "config:\n  scaling_groups:\n    - min_workers: 1\n      ¦",
    ["name", "hosts", "idle_timeout_seconds", "priority", "ray_labels", "suspend"],
  ],
  [
    "request",
    "config:\n  head_node:\n    cpu: 1\n    pod_template:\n      ¦",
    ["metadata", "spec", "$patch"],
  ],
  [
    "request",
    "config:\n  n_nodes: 1\n  node_config:\n    pod_template:\n      spec:\n        ¦",
    ["containers", "tolerations", "priorityClassName", "resourceClaims", "$retainKeys"],
  ],
  [
    "settings",
    "ray:\n  pod_template:\n    spec:\n      containers:\n        - ¦",
    ["name", "image", "securityContext", "envFrom", "$patch"],
  ],
  [
    "settings",
    "ray:\n  head_pod_template:\n    spec:\n      containers:\n        - name: ray-head\n          resources:\n            ¦",
    ["limits", "requests", "claims"],
  ],
  [
    "settings",
    "ray:\n  worker_pod_template:\n    spec:\n      volumes:\n        - ¦",
    ["name", "csi", "hostPath", "nfs", "projected"],
  ],
  [
    "settings",
    "ray:\n  accelerators:\n    a100:\n      pod_template:\n        spec:\n          affinity:\n            ¦",
    ["nodeAffinity", "podAffinity", "podAntiAffinity"],
  ],
  ["settings", "ray:\n  conventions:\n    ¦", ["log_volume", "name_head_ports"]],
  ["settings", "¦", ["kuberay_version", "ray", "worker", "rbac"]],
  ["settings", "kuberay_version: '1.4.2'\n¦", ["ray", "worker", "rbac"]],
  ["settings", "r¦", ["ray", "rbac"]],
  ["settings", "ray:\n  ¦", ["enabled", "supports_gpus", "gpu_tolerations"]],
  ["settings", "ray:\n  gpu_tolerations:\n    - ¦", ["key", "operator", "value", "effect"]],
  ["settings", "worker:\n  ¦", ["service_account", "image_pull_secrets"]],
  ["config", "¦", ["targets"]],
  ["config", "t¦", ["targets"]],
  ["config", "targets:\n  - ¦", ["name", "requests", "output_dir", "settings", "kuberay_version"]],
] as const)("an editor completes the keys of a %s at %j", async (document, text, keys) => {
  const offered = await editors[document].complete(text);
  expect(offered.map(({ label }) => label)).toEqual(expect.arrayContaining([...keys]));
  const withoutColon = offered.filter(({ insertText }) => !/^[\\$\w-]+:/.test(insertText));
  expect(withoutColon).toEqual([]);
});

test.each([
  ["settings", "ray:\n  gpu_tolerations:\n    - effect: ¦", ["NoSchedule", "NoExecute"]],
  ["request", "forward_logs: ¦", ["true", "false"]],
  ["request", "upgrade_strategy: ¦", ["Recreate", "None"]],
  ["request", "head_service:\n  type: ¦", ["ClusterIP", "NodePort", "LoadBalancer"]],
  [
    "settings",
    "ray:\n  pod_template:\n    spec:\n      dnsPolicy: ¦",
    ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"],
  ],
  ["settings", "ray:\n  pod_template:\n    spec:\n      hostIPC: ¦", ["true", "false"]],
  ["request", "config:\n  n_nodes: 1\n  autoscaler_config:\n    version: ¦", ["v1", "v2"]],
] as const)("an editor completes the values of a %s at %j", async (document, text, values) => {
  const offered = await editors[document].complete(text);
  expect(offered.map(({ label }) => label)).toEqual(expect.arrayContaining([...values]));
});

test("an editor has nothing to say of sound documents", async () => {
  const request =
    "name: train\nimage: train:1\nray_version: 2.52.0\nconfig: {n_nodes: 2, node_config: {cpu: 1, memory_gb: 4}}\n";
  expect(await editors.request.complaints(request)).toEqual([]);
  expect(await editors.request.complaints(`${request}labels: {team: a}\n`)).toEqual([]);
  const options = [
    "env: {A: b, C: {secret: d, key: e}, F: {field: status.podIP}}",
    "volumes: [{mount_path: /a, claim: b}, {mount_path: /c, empty_dir: {}}]",
    "gcs_fault_tolerance: {redis_address: 'redis:6379', redis_password: {secret: a, key: b}}",
    "labels: {ray.io/priority-class-name: high}",
  ];
  expect(await editors.request.complaints(`${request}${options.join("\n")}\n`)).toEqual([]);
  const settings =
    "kuberay_version: 1.4.2\nray: {gpu_tolerations: [{key: a/b, operator: Exists}]}\n";
  expect(await editors.settings.complaints(`${settings}replicas: 3\n`)).toEqual([]);
  const config = "targets: [{name: a, requests: ['*.yaml'], output_dir: out}]\n";
  expect(await editors.config.complaints(config)).toEqual([]);
});

test.each([
  ["request", "name: Train"],
  ["request", "namespace: ml_team"],
  ["request", "image: https://example.com/train"],
  ["request", "ray_version: newest"],
  ["request", "labels: {team: a b}"],
  ["request", 'annotations: {a: "\\x7f"}'],
  ["request", "env: {1A: b}"],
  ["request", 'env: {A: "\\x7f"}'],
  ["request", "env: {A: {secret: A, key: b}}"],
  ["request", "env: {A: {field: status.ip}}"],
  ["request", "volumes: [{mount_path: a, claim: b}]"],
  ["request", "volumes: [{mount_path: /a, claim: B}]"],
  ["request", "volumes: [{mount_path: /a, claim: b, sub_path: ../c}]"],
  ["request", "gcs_fault_tolerance: {redis_address: a b}"],
  ["request", "config: {node_config: {ray_start_params: {--a: b}}}"],
  ["request", "config: {node_config: {ray_resources: {a b: 1}}}"],
  ["request", "config: {scaling_groups: [{ray_labels: {ray.io/mine: a}}]}"],
  ["settings", "kuberay_version: newest"],
  ["settings", "ray: {gpu_resource_request_key: gpu}"],
  ["settings", "ray: {busybox_image: Busybox}"],
  ["settings", "ray: {gpu_node_selector: {a: -b}}"],
  ["settings", "ray: {gpu_tolerations: [{key: 'a b', operator: Exists}]}"],
  ["settings", "worker: {service_account: {name: A}}"],
  ["settings", "worker: {image_pull_secrets: [{name: A}]}"],
  ["config", "targets: [{name: -a}]"],
  ["config", 'targets: [{output_dir: "a\\x01"}]'],
] as const)("an editor says in words what is wrong in the %s %j", async (document, text) => {
  const complaints = await editors[document].complaints(text);
  const spelling = complaints.filter((complaint) => !complaint.includes("Missing property"));
  expect(spelling).not.toEqual([]);
  expect(spelling.filter((complaint) => /pattern|\^/.test(complaint))).toEqual([]);
});

/** Every kind of value that a patch may hold. */
const PATCH = `
  pod_template:
    metadata: {labels: {a: null, b: c, $patch: merge}, annotations: null}
    spec:
      $setElementOrder/containers: [{name: ray-head}, {name: log}]
      containers:
        - {name: log, image: "log:1", args: [-v], resources: {limits: {cpu: 2, memory: 1Gi}}}
        - {name: ray-head, ports: [{containerPort: 9000}], lifecycle: null, $patch: replace}
      volumes:
        - {name: ray-logs, $retainKeys: [name, hostPath], hostPath: {path: /var, type: Directory}}
      tolerations: null
      terminationGracePeriodSeconds: 30
      affinity: {$patch: delete}
`;

test("an editor has nothing to say of a sound pod template, and says what is none", async () => {
  expect(await editors.settings.complaints(`ray:${PATCH}`)).toEqual([]);
  const misspelt = await editors.settings.complaints(
    "ray: {pod_template: {spec: {nodeSelectors: {}, hostIPC: 'yes', dnsPolicy: Cluster}}}",
  );
  expect(misspelt).toHaveLength(3);
});

test("an editor tells of a field of a pod template what it is", async () => {
  const text = "ray:\n  pod_template:\n    spec:\n      terminationGrace¦PeriodSeconds: 30\n";
  expect(await editors.settings.hover(text)).toContain(
    "PodSpec.terminationGracePeriodSeconds of Kubernetes, in seconds.",
  );
  const list = "ray:\n  pod_template:\n    spec:\n      resource¦Claims: []\n";
  expect(await editors.settings.hover(list)).toContain("merged by name, from KubeRay 1.1 on");
});
