import { container, metadata, podSpec } from "./check.ts";
import type { Row } from "./row.ts";

const C = "spec.containers[0]";
const label63 = "a".repeat(63);

/** Metadata, names, DNS and security. */
export const podRows: readonly Row[] = [
  [
    "pod-gate",
    "metadata.finalizers[0]",
    metadata("finalizers: []"),
    metadata("finalizers: [cleanup]"),
  ],
  [
    "pod-gate",
    "spec.schedulingGates[0].name",
    podSpec("{}"),
    podSpec("schedulingGates: [{name: a/b/c}]"),
  ],
  [
    "pod-gate",
    "spec.readinessGates[0].conditionType",
    podSpec("{}"),
    podSpec('readinessGates: [{conditionType: "a b"}]'),
  ],
  ["pod-object-name", "spec.nodeName", podSpec("{}"), podSpec("nodeName: Node_1")],
  [
    "pod-label",
    "metadata.labels.team",
    metadata("labels: {team: a_b}"),
    metadata('labels: {team: "a b"}'),
  ],
  [
    "pod-label",
    "metadata.labels.team",
    metadata(`labels: {team: ${label63}}`),
    metadata(`labels: {team: ${label63}a}`),
  ],
  [
    "pod-label",
    'metadata.labels["a/b/c"]',
    metadata("labels: {a/b: x}"),
    metadata("labels: {a/b/c: x}"),
  ],
  [
    "pod-label",
    "spec.nodeSelector.a",
    podSpec("nodeSelector: {a/b: c}"),
    podSpec('nodeSelector: {a: "x y"}'),
  ],
  [
    "pod-annotation",
    'metadata.annotations["a/b/c"]',
    metadata("annotations: {Foo/Bar: x}"),
    metadata("annotations: {a/b/c: x}"),
  ],
  [
    "pod-annotation",
    "metadata.annotations",
    metadata(`annotations: {a: ${"x".repeat(262_121)}}`),
    metadata(`annotations: {a: ${"x".repeat(262_122)}}`),
  ],
  [
    "pod-annotation",
    'metadata.annotations["controller.kubernetes.io/pod-deletion-cost"]',
    metadata('annotations: {controller.kubernetes.io/pod-deletion-cost: "-2147483648"}'),
    metadata('annotations: {controller.kubernetes.io/pod-deletion-cost: "2147483648"}'),
  ],
  [
    "pod-annotation",
    'metadata.annotations["controller.kubernetes.io/pod-deletion-cost"]',
    metadata('annotations: {controller.kubernetes.io/pod-deletion-cost: "5"}'),
    metadata("annotations: {controller.kubernetes.io/pod-deletion-cost: high}"),
  ],
  [
    "pod-annotation",
    'metadata.annotations["seccomp.security.alpha.kubernetes.io/pod"]',
    metadata("annotations: {seccomp.security.alpha.kubernetes.io/pod: localhost/a}"),
    metadata("annotations: {seccomp.security.alpha.kubernetes.io/pod: default}"),
  ],
  [
    "pod-annotation",
    'metadata.annotations["container.apparmor.security.beta.kubernetes.io/other"]',
    metadata("annotations: {container.apparmor.security.beta.kubernetes.io/ray: unconfined}"),
    metadata("annotations: {container.apparmor.security.beta.kubernetes.io/other: unconfined}"),
  ],
  [
    "pod-annotation",
    'metadata.annotations["scheduler.alpha.kubernetes.io/tolerations"]',
    metadata('annotations: {scheduler.alpha.kubernetes.io/tolerations: "[]"}'),
    metadata('annotations: {scheduler.alpha.kubernetes.io/tolerations: "[x"}'),
  ],
  [
    "pod-enum",
    "spec.restartPolicy",
    podSpec("restartPolicy: Never"),
    podSpec("restartPolicy: never"),
  ],
  ["pod-enum", "spec.dnsPolicy", podSpec("dnsPolicy: Default"), podSpec("dnsPolicy: clusterFirst")],
  ["pod-enum", "spec.os.name", podSpec("os: {name: linux}"), podSpec("os: {name: Linux}")],
  [
    "pod-enum",
    "spec.preemptionPolicy",
    podSpec("preemptionPolicy: PreemptLowerPriority"),
    podSpec("preemptionPolicy: never"),
  ],
  [
    "pod-enum",
    "spec.securityContext.fsGroupChangePolicy",
    podSpec("securityContext: {fsGroupChangePolicy: Always}"),
    podSpec("securityContext: {fsGroupChangePolicy: always}"),
  ],
  [
    "pod-enum",
    "spec.securityContext.seccompProfile.type",
    podSpec("securityContext: {seccompProfile: {type: RuntimeDefault}}"),
    podSpec("securityContext: {seccompProfile: {type: runtime/default}}"),
  ],
  ["pod-number", "spec.activeDeadlineSeconds", podSpec("{}"), podSpec("activeDeadlineSeconds: 0")],
  [
    "pod-number",
    "spec.securityContext.runAsUser",
    podSpec("securityContext: {runAsUser: 2147483647}"),
    podSpec("securityContext: {runAsUser: 2147483648}"),
  ],
  [
    "pod-number",
    "spec.securityContext.supplementalGroups[0]",
    podSpec("securityContext: {supplementalGroups: [0]}"),
    podSpec("securityContext: {supplementalGroups: [-1]}"),
  ],
  [
    "pod-number",
    `${C}.securityContext.runAsUser`,
    container("securityContext: {runAsUser: 1000}"),
    container("securityContext: {runAsUser: -1}"),
  ],
  ["pod-object-name", "spec.hostname", podSpec("hostname: h1"), podSpec("hostname: h.1")],
  [
    "pod-object-name",
    "spec.subdomain",
    podSpec(`subdomain: ${label63}`),
    podSpec(`subdomain: ${label63}a`),
  ],
  [
    "pod-object-name",
    "spec.serviceAccountName",
    podSpec("serviceAccountName: ray.sa"),
    podSpec("serviceAccountName: Ray_SA"),
  ],
  [
    "pod-object-name",
    "spec.priorityClassName",
    podSpec("priorityClassName: high"),
    podSpec("priorityClassName: High"),
  ],
  [
    "pod-object-name",
    "spec.runtimeClassName",
    podSpec("runtimeClassName: nvidia"),
    podSpec("runtimeClassName: Nvidia"),
  ],
  [
    "pod-dns",
    "spec.dnsPolicy",
    podSpec("{dnsPolicy: None, dnsConfig: {nameservers: [10.0.0.1]}}"),
    podSpec("dnsPolicy: None"),
  ],
  [
    "pod-dns",
    "spec.dnsConfig.nameservers[0]",
    podSpec('dnsConfig: {nameservers: ["fd00::1"]}'),
    podSpec("dnsConfig: {nameservers: [dns.local]}"),
  ],
  [
    "pod-dns",
    "spec.dnsConfig.nameservers",
    podSpec("dnsConfig: {nameservers: [10.0.0.1, 10.0.0.2, 10.0.0.3]}"),
    podSpec("dnsConfig: {nameservers: [10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4]}"),
  ],
  [
    "pod-dns",
    "spec.dnsConfig.searches[0]",
    podSpec("dnsConfig: {searches: [a.b.]}"),
    podSpec("dnsConfig: {searches: [A.b]}"),
  ],
  [
    "pod-dns",
    "spec.dnsConfig.searches[0]",
    podSpec("dnsConfig: {searches: [tcp.x]}"),
    podSpec("dnsConfig: {searches: [_tcp.x]}"),
    { kubernetesMinor: 32 },
  ],
  [
    "pod-dns",
    "spec.dnsConfig.options[0]",
    podSpec('dnsConfig: {options: [{name: ndots, value: "2"}]}'),
    podSpec('dnsConfig: {options: [{value: "2"}]}'),
  ],
  [
    "pod-dns",
    "spec.hostAliases[0].ip",
    podSpec("hostAliases: [{ip: 10.0.0.255}]"),
    podSpec("hostAliases: [{ip: 10.0.0.256}]"),
  ],
  [
    "pod-dns",
    "spec.hostAliases[0].hostnames[0]",
    podSpec('hostAliases: [{ip: "::1", hostnames: [db.local]}]'),
    podSpec('hostAliases: [{ip: "::1", hostnames: [DB_1]}]'),
  ],
  [
    "pod-security-context",
    `${C}.securityContext.allowPrivilegeEscalation`,
    container(
      "securityContext: {allowPrivilegeEscalation: false, capabilities: {add: [SYS_ADMIN]}}",
    ),
    container(
      "securityContext: {allowPrivilegeEscalation: false, capabilities: {add: [CAP_SYS_ADMIN]}}",
    ),
  ],
  [
    "pod-security-context",
    `${C}.securityContext.allowPrivilegeEscalation`,
    container("securityContext: {allowPrivilegeEscalation: false}"),
    container("securityContext: {allowPrivilegeEscalation: false, privileged: true}"),
  ],
  [
    "pod-security-context",
    `${C}.securityContext.procMount`,
    container("securityContext: {procMount: Default}"),
    container("securityContext: {procMount: Unmasked}"),
  ],
  [
    "pod-security-context",
    "spec.hostUsers",
    podSpec("hostUsers: false"),
    podSpec("{hostUsers: false, hostPID: true}"),
  ],
  [
    "pod-security-context",
    "spec.shareProcessNamespace",
    podSpec("hostPID: true"),
    podSpec("{hostPID: true, shareProcessNamespace: true}"),
  ],
  [
    "pod-security-context",
    "spec.securityContext.appArmorProfile",
    podSpec("securityContext: {appArmorProfile: {type: RuntimeDefault}}"),
    podSpec("securityContext: {appArmorProfile: {type: Localhost}}"),
  ],
  [
    "pod-security-context",
    "spec.securityContext.seccompProfile.localhostProfile",
    podSpec("securityContext: {seccompProfile: {type: Localhost, localhostProfile: a/b}}"),
    podSpec("securityContext: {seccompProfile: {type: Localhost, localhostProfile: /a}}"),
  ],
  [
    "pod-security-context",
    "spec.securityContext.sysctls[0].name",
    podSpec(
      "{hostNetwork: true, dnsPolicy: Default, securityContext: {sysctls: [{name: kernel.shm_rmid_forced}]}}",
    ),
    podSpec(
      "{hostNetwork: true, dnsPolicy: Default, securityContext: {sysctls: [{name: net.core.somaxconn}]}}",
    ),
  ],
  [
    "pod-security-level",
    "spec.hostNetwork",
    podSpec("dnsPolicy: Default"),
    podSpec("{dnsPolicy: Default, hostNetwork: true}"),
    { podSecurity: "baseline" },
  ],
  [
    "pod-security-level",
    "spec.volumes[0].hostPath",
    podSpec("volumes: [{name: a, nfs: {server: a, path: /}}]"),
    podSpec("volumes: [{name: a, hostPath: {path: /a}}]"),
    { podSecurity: "baseline" },
  ],
  [
    "pod-security-level",
    `${C}.securityContext.capabilities.add[0]`,
    container("securityContext: {capabilities: {add: [CHOWN]}}"),
    container("securityContext: {capabilities: {add: [SYS_PTRACE]}}"),
    { podSecurity: "baseline" },
  ],
  [
    "pod-security-level",
    `${C}.ports[0].hostPort`,
    container("ports: [{containerPort: 1}]"),
    container("ports: [{containerPort: 1, hostPort: 1}]"),
    { podSecurity: "baseline" },
  ],
  [
    "pod-security-level",
    `${C}.securityContext`,
    restricted("[ALL]", "1000"),
    restricted("[NET_RAW]", "1000"),
    { podSecurity: "restricted" },
  ],
  [
    "pod-security-level",
    `${C}.securityContext`,
    restricted("[ALL]", "1"),
    restricted("[ALL]", "1", "false"),
    { podSecurity: "restricted" },
  ],
];

function restricted(drop: string, user: string, nonRoot = "true"): ReturnType<typeof container> {
  return container(
    `securityContext: {runAsNonRoot: ${nonRoot}, runAsUser: ${user}, allowPrivilegeEscalation: false, seccompProfile: {type: RuntimeDefault}, capabilities: {drop: ${drop}}}`,
  );
}
