import { isObject, ownField, ownText } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import type { BuiltContainer } from "./built-container.ts";
import { containerTitle } from "./built-container.ts";
import type { BuiltPod } from "./built-pod.ts";
import type { Place } from "./place.ts";
import { entriesAt, fieldAt, itemsAt, placesAt } from "./place.ts";
import type { PodSecurityLevel } from "./pod-context.ts";
import type { PodFinding } from "./pod-law.ts";

const CAPABILITIES = new Set([
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
]);
const SELINUX_TYPES = new Set([
  "",
  "container_t",
  "container_init_t",
  "container_kvm_t",
  "container_engine_t",
]);
/** With the Kubernetes minor since which each is allowed. */
const SYSCTLS: ReadonlyMap<string, number> = new Map([
  ["kernel.shm_rmid_forced", 0],
  ["net.ipv4.ip_local_port_range", 0],
  ["net.ipv4.tcp_syncookies", 0],
  ["net.ipv4.ping_group_range", 0],
  ["net.ipv4.ip_unprivileged_port_start", 0],
  ["net.ipv4.ip_local_reserved_ports", 27],
  ["net.ipv4.tcp_keepalive_time", 29],
  ["net.ipv4.tcp_fin_timeout", 29],
  ["net.ipv4.tcp_keepalive_intvl", 29],
  ["net.ipv4.tcp_keepalive_probes", 29],
  ["net.ipv4.tcp_rmem", 32],
  ["net.ipv4.tcp_wmem", 32],
]);
const HANDLER_OWNERS = [
  ["livenessProbe"],
  ["readinessProbe"],
  ["startupProbe"],
  ["lifecycle", "preStop"],
  ["lifecycle", "postStart"],
];
const APPARMOR = "container.apparmor.security.beta.kubernetes.io/";
const HOSTS_FORBIDDEN_SINCE = 34;
const HINT = "Remove it, or use a namespace with another level.";

/** What the level baseline, and so restricted, forbids. */
export function* baselineFindings(pod: BuiltPod, level: PodSecurityLevel): Iterable<PodFinding> {
  const forbidden = (place: Place, what: string): PodFinding => ({
    path: place.path,
    message: `${what}, which the level ${level} of Pod Security forbids.`,
    hint: HINT,
  });
  for (const field of ["hostNetwork", "hostPID", "hostIPC"]) {
    const place = fieldAt(pod.spec, field);
    if (place.data === true) yield forbidden(place, `${field} is true`);
  }
  for (const hostPath of placesAt(pod.spec, ["volumes", "*", "hostPath"])) {
    yield forbidden(hostPath, "The volume is a path of the node");
  }
  const context = fieldAt(pod.spec, "securityContext");
  for (const [place, what] of contextBreaches(context)) yield forbidden(place, what);
  for (const sysctl of itemsAt(context, "sysctls")) {
    const name = (ownText(sysctl.data, "name") ?? "").replaceAll("/", ".");
    const since = SYSCTLS.get(name);
    if (since !== undefined && since <= pod.kubernetesMinor) continue;
    yield forbidden(sysctl, `The sysctl ${showText(name)} is set`);
  }
  for (const [key, place] of entriesAt(pod.metadata, "annotations")) {
    const profile = wordText(place.data);
    if (!key.startsWith(APPARMOR) || /^(?:$|runtime\/default$|localhost\/)/.test(profile)) continue;
    yield forbidden(place, `The AppArmor profile is ${showText(profile)}`);
  }
  for (const container of pod.judged) {
    for (const [place, what] of containerBreaches(container, pod.kubernetesMinor)) {
      yield forbidden(place, what);
    }
  }
}

type Breach = readonly [place: Place, what: string];

function* containerBreaches(container: BuiltContainer, kubernetesMinor: number): Iterable<Breach> {
  const context = fieldAt(container, "securityContext");
  const privileged = fieldAt(context, "privileged");
  const title = containerTitle(container);
  if (privileged.data === true) yield [privileged, `${title} is privileged`];
  for (const capability of placesAt(context, ["capabilities", "add", "*"])) {
    if (CAPABILITIES.has(wordText(capability.data))) continue;
    yield [capability, `${title} adds the capability ${showText(wordText(capability.data))}`];
  }
  for (const { place, hostPort } of container.ports) {
    if (place !== undefined && hostPort !== 0) {
      yield [fieldAt(place, "hostPort"), `hostPort is ${hostPort}`];
    }
  }
  const proc = fieldAt(context, "procMount");
  if (proc.data !== undefined && proc.data !== "Default") {
    yield [proc, `procMount is ${showText(wordText(proc.data))}`];
  }
  yield* contextBreaches(context);
  if (kubernetesMinor < HOSTS_FORBIDDEN_SINCE) return;
  for (const owner of HANDLER_OWNERS) {
    for (const kind of ["httpGet", "tcpSocket"]) {
      for (const host of placesAt(container, [...owner, kind, "host"])) {
        if (host.data !== "") yield [host, `The ${kind} asks another host`];
      }
    }
  }
}

/** What the security contexts of pods and containers have in common. */
function* contextBreaches(context: Place): Iterable<Breach> {
  for (const kind of ["seccompProfile", "appArmorProfile"]) {
    const type = fieldAt(fieldAt(context, kind), "type");
    if (type.data === "Unconfined") yield [type, `The ${kind} is Unconfined`];
  }
  const host = fieldAt(fieldAt(context, "windowsOptions"), "hostProcess");
  if (host.data === true) yield [host, "hostProcess is true"];
  const options = fieldAt(context, "seLinuxOptions");
  if (!isObject(options.data)) return;
  const type = ownText(options.data, "type") ?? "";
  if (!SELINUX_TYPES.has(type)) {
    yield [fieldAt(options, "type"), `The SELinux type is ${showText(type)}`];
  }
  for (const field of ["user", "role"]) {
    const value = ownField(options.data, field);
    if (value === undefined || value === "") continue;
    yield [fieldAt(options, field), `The SELinux ${field} is set`];
  }
}
