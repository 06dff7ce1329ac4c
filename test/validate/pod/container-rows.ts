import { container, podSpec } from "./check.ts";
import type { Row } from "./row.ts";

const C = "spec.containers[0]";
const label63 = "a".repeat(63);

/** Containers, their ports, variables, probes and hooks. */
export const containerRows: readonly Row[] = [
  ["pod-containers", "spec.containers", podSpec("{}"), podSpec("containers: []")],
  [
    "pod-containers",
    "spec.ephemeralContainers",
    podSpec("ephemeralContainers: []"),
    podSpec("ephemeralContainers: [{name: debug, image: busybox}]"),
  ],
  [
    "pod-containers",
    `${C}.restartPolicy`,
    container("{}"),
    container("restartPolicy: Always"),
    { kubernetesMinor: 33 },
  ],
  [
    "pod-containers",
    "spec.initContainers[0].restartPolicy",
    podSpec("initContainers: [{name: a, image: b, restartPolicy: Always}]"),
    podSpec("initContainers: [{name: a, image: b, restartPolicy: Never}]"),
    { kubernetesMinor: 33 },
  ],
  ["pod-container-name", `${C}.name`, container("name: ray-head"), container("name: Ray_Worker")],
  [
    "pod-container-name",
    `${C}.name`,
    container(`name: ${label63}`),
    container(`name: ${label63}a`),
  ],
  [
    "pod-container-name",
    `${C}.name`,
    podSpec("{initContainers: [{name: log, image: b}], containers: [{name: ray, image: b}]}"),
    podSpec("{initContainers: [{name: log, image: b}], containers: [{name: log, image: b}]}"),
  ],
  [
    "pod-init-container",
    "spec.initContainers[0].livenessProbe",
    podSpec(
      "initContainers: [{name: a, image: b, restartPolicy: Always, livenessProbe: {exec: {command: [x]}}}]",
    ),
    podSpec("initContainers: [{name: a, image: b, livenessProbe: {exec: {command: [x]}}}]"),
  ],
  [
    "pod-init-container",
    "spec.initContainers[0].lifecycle",
    podSpec("initContainers: [{name: a, image: b}]"),
    podSpec("initContainers: [{name: a, image: b, lifecycle: {}}]"),
  ],
  ["pod-image", `${C}.image`, container("image: r/x:1"), container('image: ""')],
  ["pod-image", `${C}.image`, container("image: r/x:1"), container("image: null")],
  ["pod-image", `${C}.image`, container("image: r/x:1"), container('image: " r/x"')],
  ["pod-image", `${C}.image`, container("image: r/x:1"), container('image: "r/x\\n"')],
  [
    "pod-enum",
    `${C}.imagePullPolicy`,
    container("imagePullPolicy: Never"),
    container("imagePullPolicy: always"),
  ],
  [
    "pod-enum",
    `${C}.terminationMessagePolicy`,
    container('terminationMessagePolicy: ""'),
    container("terminationMessagePolicy: file"),
  ],
  [
    "pod-enum",
    `${C}.ports[0].protocol`,
    container("ports: [{containerPort: 1, protocol: UDP}]"),
    container("ports: [{containerPort: 1, protocol: tcp}]"),
  ],
  [
    "pod-field-dropped",
    "spec.initContainers[0].restartPolicy",
    podSpec("initContainers: [{name: a, image: b, restartPolicy: Always}]"),
    podSpec("initContainers: [{name: a, image: b, restartPolicy: always}]"),
  ],
  [
    "pod-containers",
    "spec.initContainers[0].restartPolicy",
    podSpec("initContainers: [{name: a, image: b, restartPolicy: Always}]"),
    podSpec("initContainers: [{name: a, image: b, restartPolicy: always}]"),
    { kubernetesMinor: 33 },
  ],
  [
    "pod-environment-name",
    `${C}.env[0].name`,
    container("env: [{name: A.b}]"),
    container("env: [{name: A=B}]"),
  ],
  [
    "pod-environment-name",
    `${C}.env[0].name`,
    container("env: [{name: A B}]"),
    container('env: [{name: ""}]'),
  ],
  [
    "pod-environment-name",
    `${C}.env[0].name`,
    container('env: [{name: "~"}]'),
    container('env: [{name: "\\x7f"}]'),
  ],
  [
    "pod-environment-name",
    `${C}.env[0].name`,
    container("env: [{name: A1}]"),
    container("env: [{name: 1A}]"),
    { kubernetesMinor: 31 },
  ],
  [
    "pod-environment-name",
    `${C}.env[0].name`,
    container("env: [{name: .A}]"),
    container("env: [{name: ..A}]"),
    { kubernetesMinor: 31 },
  ],
  [
    "pod-environment-name",
    `${C}.envFrom[0].prefix`,
    container("envFrom: [{prefix: P_, secretRef: {name: a}}]"),
    container("envFrom: [{prefix: P=, secretRef: {name: a}}]"),
  ],
  [
    "pod-environment-source",
    `${C}.env[0].valueFrom`,
    container("env: [{name: A, valueFrom: {secretKeyRef: {name: tok, key: a}}}]"),
    container("env: [{name: A, valueFrom: {}}]"),
  ],
  [
    "pod-environment-source",
    `${C}.env[0].valueFrom`,
    container('env: [{name: A, value: "", valueFrom: {secretKeyRef: {name: tok, key: a}}}]'),
    container("env: [{name: A, value: x, valueFrom: {secretKeyRef: {name: tok, key: a}}}]"),
  ],
  [
    "pod-environment-source",
    `${C}.env[0].valueFrom`,
    container("env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]"),
    container("env: [{name: A, valueFrom: {fileKeyRef: {key: a}}}]"),
  ],
  [
    "pod-environment-source",
    `${C}.env[0].valueFrom.fieldRef.fieldPath`,
    container(
      "env: [{name: A, valueFrom: {fieldRef: {fieldPath: \"metadata.labels['ray.io/group']\"}}}]",
    ),
    container("env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.labels}}}]"),
  ],
  [
    "pod-environment-source",
    `${C}.env[0].valueFrom.fieldRef.fieldPath`,
    container("env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]"),
    container("env: [{name: A, valueFrom: {fieldRef: {fieldPath: spec.hostname}}}]"),
  ],
  [
    "pod-environment-source",
    `${C}.env[0].valueFrom.resourceFieldRef.resource`,
    container("env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}]"),
    container("env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.nvidia.com/gpu}}}]"),
  ],
  [
    "pod-environment-source",
    `${C}.env[0].valueFrom.resourceFieldRef.divisor`,
    container(
      "env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}}]",
    ),
    container(
      "env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 500m}}}]",
    ),
  ],
  [
    "pod-environment-source",
    `${C}.env[0].valueFrom.resourceFieldRef.divisor`,
    container(
      "env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 1024Ki}}}]",
    ),
    container(
      "env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 1m}}}]",
    ),
  ],
  [
    "pod-environment-source",
    `${C}.env[0].valueFrom.secretKeyRef.name`,
    container("env: [{name: A, valueFrom: {secretKeyRef: {name: a.b, key: a}}}]"),
    container("env: [{name: A, valueFrom: {secretKeyRef: {key: a}}}]"),
  ],
  [
    "pod-environment-source",
    `${C}.env[0].valueFrom.configMapKeyRef.name`,
    container("env: [{name: A, valueFrom: {configMapKeyRef: {name: my, key: a}}}]"),
    container("env: [{name: A, valueFrom: {configMapKeyRef: {name: My_Map, key: a}}}]"),
  ],
  [
    "pod-environment-source",
    `${C}.env[0].valueFrom.configMapKeyRef.key`,
    container("env: [{name: A, valueFrom: {configMapKeyRef: {name: my, key: .a}}}]"),
    container("env: [{name: A, valueFrom: {configMapKeyRef: {name: my, key: a/b}}}]"),
  ],
  [
    "pod-environment-source",
    `${C}.envFrom[0]`,
    container("envFrom: [{configMapRef: {name: a}}]"),
    container("envFrom: [{prefix: A}]"),
  ],
  [
    "pod-environment-source",
    "CLUSTER.gcsFaultToleranceOptions.redisPassword.valueFrom",
    container("{}"),
    container("{}"),
    undefined,
    {
      role: "head",
      clusterYaml:
        "gcsFaultToleranceOptions: {redisPassword: {value: x, valueFrom: {secretKeyRef: {name: a, key: b}}}}",
    },
  ],
  [
    "pod-port",
    `${C}.ports[0].containerPort`,
    container("ports: [{containerPort: 65535}]"),
    container("ports: [{containerPort: 65536}]"),
  ],
  [
    "pod-port",
    `${C}.ports[0].containerPort`,
    container("ports: [{containerPort: 1}]"),
    container("ports: [{containerPort: 0}]"),
  ],
  [
    "pod-port",
    `${C}.ports[0].name`,
    container("ports: [{containerPort: 1, name: abcdefghijklmno}]"),
    container("ports: [{containerPort: 1, name: abcdefghijklmnop}]"),
  ],
  [
    "pod-port",
    `${C}.ports[0].name`,
    container("ports: [{containerPort: 1, name: gcs-server}]"),
    container("ports: [{containerPort: 1, name: dashboard_agent}]"),
  ],
  [
    "pod-port",
    `${C}.ports[0].name`,
    container("ports: [{containerPort: 1, name: 80a}]"),
    container('ports: [{containerPort: 1, name: "80"}]'),
  ],
  [
    "pod-port",
    `${C}.ports[0].name`,
    container("ports: [{containerPort: 1, name: a-b}]"),
    container("ports: [{containerPort: 1, name: a--b}]"),
  ],
  [
    "pod-port",
    `${C}.ports[0].name`,
    container("ports: [{containerPort: 1, name: a}]"),
    container("ports: [{containerPort: 1, name: a-}]"),
  ],
  [
    "pod-port",
    `${C}.ports[1].name`,
    container("ports: [{containerPort: 1, name: a}, {containerPort: 2, name: b}]"),
    container("ports: [{containerPort: 1, name: a}, {containerPort: 2, name: a}]"),
  ],
  [
    "pod-probe",
    `${C}.livenessProbe`,
    container("livenessProbe: {tcpSocket: {port: 6379}}"),
    container("livenessProbe: {periodSeconds: 5}"),
  ],
  [
    "pod-probe",
    `${C}.readinessProbe`,
    container("readinessProbe: {exec: {command: [ray, status]}}"),
    container("readinessProbe: {exec: {command: [ray, status]}, httpGet: {port: 8265}}"),
  ],
  [
    "pod-probe",
    `${C}.startupProbe.exec.command`,
    container("startupProbe: {exec: {command: [a]}}"),
    container("startupProbe: {exec: {command: []}}"),
  ],
  [
    "pod-probe",
    `${C}.livenessProbe.httpGet.port`,
    container("livenessProbe: {httpGet: {port: 8265}}"),
    container("livenessProbe: {httpGet: {port: 0}}"),
  ],
  [
    "pod-probe",
    `${C}.livenessProbe.grpc.port`,
    container("livenessProbe: {grpc: {port: 65535}}"),
    container("livenessProbe: {grpc: {port: 65536}}"),
  ],
  [
    "pod-probe",
    `${C}.livenessProbe.httpGet.httpHeaders[0].name`,
    container("livenessProbe: {httpGet: {port: 1, httpHeaders: [{name: X-A, value: b}]}}"),
    container("livenessProbe: {httpGet: {port: 1, httpHeaders: [{name: X_A, value: b}]}}"),
  ],
  [
    "pod-probe",
    `${C}.livenessProbe.successThreshold`,
    container("livenessProbe: {successThreshold: 1, tcpSocket: {port: 1}}"),
    container("livenessProbe: {successThreshold: 2, tcpSocket: {port: 1}}"),
  ],
  [
    "pod-probe",
    `${C}.readinessProbe.terminationGracePeriodSeconds`,
    container("readinessProbe: {successThreshold: 2, tcpSocket: {port: 1}}"),
    container("readinessProbe: {terminationGracePeriodSeconds: 10, tcpSocket: {port: 1}}"),
  ],
  [
    "pod-enum",
    `${C}.livenessProbe.httpGet.scheme`,
    container("livenessProbe: {httpGet: {port: 1, scheme: HTTPS}}"),
    container("livenessProbe: {httpGet: {port: 1, scheme: http}}"),
  ],
  [
    "pod-number",
    `${C}.livenessProbe.periodSeconds`,
    container("livenessProbe: {periodSeconds: 0, tcpSocket: {port: 1}}"),
    container("livenessProbe: {periodSeconds: -1, tcpSocket: {port: 1}}"),
  ],
  [
    "pod-lifecycle",
    `${C}.lifecycle.preStop`,
    container("lifecycle: {preStop: {exec: {command: [a]}}}"),
    container("lifecycle: {preStop: {}}"),
  ],
  [
    "pod-lifecycle",
    `${C}.lifecycle.preStop.sleep.seconds`,
    container("lifecycle: {preStop: {sleep: {seconds: 30}}}"),
    container("lifecycle: {preStop: {sleep: {seconds: 31}}}"),
  ],
  [
    "pod-lifecycle",
    `${C}.lifecycle.preStop.sleep.seconds`,
    container("lifecycle: {preStop: {sleep: {seconds: 1}}}"),
    container("lifecycle: {preStop: {sleep: {seconds: 0}}}"),
    { kubernetesMinor: 32 },
  ],
  [
    "pod-resize-policy",
    `${C}.resizePolicy[1]`,
    container("resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}]"),
    container(
      "resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}, {resourceName: cpu, restartPolicy: NotRequired}]",
    ),
  ],
];
