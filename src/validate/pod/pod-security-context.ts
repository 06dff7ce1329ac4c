import { isObject, ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import { formatCount, showText, wordText } from "../../diagnostics/show.ts";
import type { BuiltPod } from "./built-pod.ts";
import { duplicates } from "./duplicates.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";
import { relativePathProblem } from "./relative-path.ts";

/** Before this Kubernetes minor hostUsers and procMount are dropped. */
const USERS_SINCE = 33;
const MAXIMUM_PROFILE_LENGTH = 4095;
const SYSCTL = /^(?:[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$/;
const MAXIMUM_SYSCTL_LENGTH = 253;
const IPC_SYSCTLS = /^(?:kernel\.(?:shm|msg)|kernel\.sem$|fs\.mqueue\.)/;

/** Security settings that go together. Source: Kubernetes, ValidatePodSecurityContext and ValidateSecurityContext. */
export const podSecurityContext = definePodLaw({
  code: "pod-security-context",
  concerns: ["securityContext", "shareProcessNamespace", "hostUsers"],
  *check(pod) {
    const context = fieldAt(pod.spec, "securityContext");
    yield* profileFindings(context);
    yield* sysctlFindings(pod, context);
    yield* namespaceFindings(pod);
    for (const container of pod.judged) {
      const own = fieldAt(container, "securityContext");
      yield* profileFindings(own);
      yield* escalationFindings(own);
      yield* procMountFindings(pod, own);
    }
  },
});

function* profileFindings(context: Place): Iterable<PodFinding> {
  for (const kind of ["seccompProfile", "appArmorProfile"]) {
    const profile = fieldAt(context, kind);
    if (!isObject(profile.data)) continue;
    const type = ownField(profile.data, "type");
    const local = fieldAt(profile, "localhostProfile");
    const name = typeof local.data === "string" ? local.data : undefined;
    if (type === undefined) {
      const message = `The ${kind} has no type.`;
      yield { path: profile.path, message, hint: "Set type to RuntimeDefault." };
    } else if (type === "Localhost" && isNameless(kind, name)) {
      const message = `The ${kind} is Localhost, but localhostProfile does not name a profile.`;
      yield { path: profile.path, message, hint: "Name the profile, or use RuntimeDefault." };
    } else if (type !== "Localhost" && local.data !== undefined) {
      const message = `localhostProfile is set, but the ${kind} is ${showText(wordText(type))}; only Localhost allows it.`;
      yield { path: local.path, message, hint: "Remove it, or set type to Localhost." };
    } else if (name !== undefined) {
      const problem = profileProblem(kind, name);
      if (problem === undefined) continue;
      const message = `localhostProfile ${showText(name)} is not valid. ${problem}`;
      yield { path: local.path, message, hint: "Write the name that is loaded on the nodes." };
    }
  }
}

/** An empty text is a name for seccomp; what the node makes of it is another matter. */
function isNameless(kind: string, name: string | undefined): boolean {
  return name === undefined || (kind === "appArmorProfile" && name.trim() === "");
}

function profileProblem(kind: string, name: string): string | undefined {
  if (kind === "seccompProfile") return relativePathProblem(name);
  if (name !== name.trim()) return "It starts or ends with white space.";
  return name.length > MAXIMUM_PROFILE_LENGTH
    ? `It is longer than ${formatCount(MAXIMUM_PROFILE_LENGTH)} characters.`
    : undefined;
}

function* sysctlFindings({ spec }: BuiltPod, context: Place): Iterable<PodFinding> {
  const sysctls = itemsAt(context, "sysctls");
  const isOn = (field: string) => ownField(spec.data, field) === true;
  for (const sysctl of sysctls) {
    const { data, path } = fieldAt(sysctl, "name");
    if (typeof data !== "string") continue;
    const name = data.replaceAll("/", ".");
    if (data.length > MAXIMUM_SYSCTL_LENGTH || !SYSCTL.test(data)) {
      const message = `The sysctl's name ${showText(data)} is not valid.`;
      yield { path, message, hint: "Write a name such as net.core.somaxconn." };
    } else if (isOn("hostNetwork") && name.startsWith("net.")) {
      const message = `The sysctl ${data} may not be set with hostNetwork.`;
      yield { path, message, hint: "Remove it; it would change the node." };
    } else if (isOn("hostIPC") && IPC_SYSCTLS.test(name)) {
      const message = `The sysctl ${data} may not be set with hostIPC.`;
      yield { path, message, hint: "Remove it; it would change the node." };
    }
  }
  for (const [, again] of duplicates(sysctls, ({ data }) => ownText(data, "name"))) {
    const name = ownText(again.data, "name") ?? "";
    const message = `The sysctl ${showText(name)} appears twice.`;
    yield { path: again.path, message, hint: "Remove one of them." };
  }
}

function* namespaceFindings({ spec, judged, kubernetesMinor }: BuiltPod): Iterable<PodFinding> {
  const isOn = (field: string) => ownField(spec.data, field) === true;
  if (isOn("shareProcessNamespace") && isOn("hostPID")) {
    const { path } = fieldAt(spec, "shareProcessNamespace");
    const message = "shareProcessNamespace and hostPID are both true.";
    yield { path, message, hint: "Keep only one of them." };
  }
  const users = fieldAt(spec, "hostUsers");
  if (users.data !== false || kubernetesMinor < USERS_SINCE) return;
  const clashing = ["hostNetwork", "hostPID", "hostIPC"].filter(isOn);
  if (judged.some(({ data }) => ownList(data, "volumeDevices").length > 0)) {
    clashing.push("volumeDevices");
  }
  if (clashing.length === 0) return;
  const message = `hostUsers is false, which cannot be combined with ${clashing.join(" and ")}.`;
  yield { path: users.path, message, hint: "Remove one of them." };
}

function* escalationFindings(context: Place): Iterable<PodFinding> {
  const escalation = fieldAt(context, "allowPrivilegeEscalation");
  if (escalation.data !== false) return;
  const added = ownList(ownObject(context.data, "capabilities"), "add");
  const why =
    ownField(context.data, "privileged") === true
      ? "privileged is true"
      : added.includes("CAP_SYS_ADMIN")
        ? "the capability CAP_SYS_ADMIN is added"
        : undefined;
  if (why === undefined) return;
  const message = `allowPrivilegeEscalation is false, but ${why}.`;
  yield { path: escalation.path, message, hint: "Remove one of them." };
}

function* procMountFindings(
  { spec, kubernetesMinor }: BuiltPod,
  context: Place,
): Iterable<PodFinding> {
  const { data, path } = fieldAt(context, "procMount");
  if (data !== "Unmasked" || kubernetesMinor < USERS_SINCE) return;
  if (ownField(spec.data, "hostUsers") === false) return;
  const message = "procMount is Unmasked, but the pod's hostUsers is not false.";
  yield { path, message, hint: "Set the pod's hostUsers to false, or remove procMount." };
}
