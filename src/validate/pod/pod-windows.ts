import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { isObject, ownField, ownText } from "../../diagnostics/own-field.ts";
import { formatCount, showText } from "../../diagnostics/show.ts";
import type { BuiltPod } from "./built-pod.ts";
import type { Place } from "./place.ts";
import { fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

/** What a pod of Windows may not have. Order: as in the API. */
const POD_FIELDS = Object.freeze([
  "hostPID",
  "hostIPC",
  "hostUsers",
  "shareProcessNamespace",
  "resources",
]);
const POD_CONTEXT_FIELDS = Object.freeze([
  "appArmorProfile",
  "seLinuxOptions",
  "seccompProfile",
  "fsGroup",
  "fsGroupChangePolicy",
  "sysctls",
  "runAsUser",
  "runAsGroup",
  "supplementalGroups",
  "supplementalGroupsPolicy",
  "seLinuxChangePolicy",
]);
const CONTEXT_FIELDS = Object.freeze([
  "appArmorProfile",
  "seLinuxOptions",
  "seccompProfile",
  "capabilities",
  "readOnlyRootFilesystem",
  "privileged",
  "allowPrivilegeEscalation",
  "procMount",
  "runAsUser",
  "runAsGroup",
]);
const OPTIONS = Object.freeze(["securityContext", "windowsOptions"]);
const MAXIMUM_CREDENTIAL_BYTES = 64 * 1024;
const MAXIMUM_USER_LENGTH = 104;

/** Fields of the one operating system do not stand where the pod names the other. Source: Kubernetes, validateWindows and validateLinux. */
export const podWindows = definePodLaw({
  code: "pod-windows",
  concerns: ["os", "windowsOptions"],
  *check(pod) {
    const system = ownText(ownField(pod.spec.data, "os"), "name");
    const holders = [pod.spec, ...pod.judged];
    const options = holders
      .map((holder) => OPTIONS.reduce(fieldAt, holder))
      .filter(({ data }) => isObject(data));
    for (const place of options) yield* optionFindings(place);
    if (system === "linux") {
      for (const { path } of options) {
        const message = "windowsOptions is set in a pod whose os.name is linux.";
        yield { path, target: "key", message, hint: "Remove it." };
      }
    } else if (system === "windows") {
      yield* forbidden(pod.spec, POD_FIELDS);
      yield* forbidden(fieldAt(pod.spec, "securityContext"), POD_CONTEXT_FIELDS);
      for (const container of pod.judged) {
        yield* forbidden(fieldAt(container, "securityContext"), CONTEXT_FIELDS);
      }
    }
    yield* hostProcessFindings(pod);
  },
});

/** false is nothing for the switches of the pod, and no list is empty. */
function* forbidden(holder: Place, fields: readonly string[]): Iterable<PodFinding> {
  for (const field of fields) {
    const { data, path } = fieldAt(holder, field);
    const isOff = data === false && (field === "hostPID" || field === "hostIPC");
    const isEmpty = field === "sysctls" && Array.isArray(data) && data.length === 0;
    if (data === undefined || isOff || isEmpty) continue;
    const message = `${field} is set in a pod whose os.name is windows.`;
    yield { path, target: "key", message, hint: "Remove it; Windows has no such thing." };
  }
}

function* optionFindings(options: Place): Iterable<PodFinding> {
  const problems: readonly (readonly [string, (text: string) => string | undefined])[] = [
    ["gmsaCredentialSpecName", dns1123SubdomainProblem],
    ["gmsaCredentialSpec", credentialProblem],
    ["runAsUserName", userProblem],
  ];
  for (const [field, problemOf] of problems) {
    const { data, path } = fieldAt(options, field);
    const problem = typeof data === "string" ? problemOf(data) : undefined;
    if (problem === undefined) continue;
    const message = `${field} is not valid. ${problem}`;
    yield { path, message, hint: "Write it as Windows has it, or remove it." };
  }
}

function credentialProblem(text: string): string | undefined {
  if (text === "") return "It is empty.";
  const bytes = new TextEncoder().encode(text).length;
  return bytes > MAXIMUM_CREDENTIAL_BYTES
    ? `It has ${formatCount(bytes)} bytes; at most ${formatCount(MAXIMUM_CREDENTIAL_BYTES)} are allowed.`
    : undefined;
}

/** `USER` or `DOMAIN\USER`. */
function userProblem(text: string): string | undefined {
  if (text === "") return "It is empty.";
  if (/\p{Cc}/u.test(text)) return "It holds a control character.";
  const parts = text.split("\\");
  if (parts.length > 2) return "It holds more than one backslash.";
  const [user = "", domain] = parts.toReversed();
  if (domain !== undefined && !isDomain(domain)) {
    return `${showText(domain)} is not a domain name.`;
  }
  if (user === "" || /^[. ]+$/.test(user)) return "It does not name a user.";
  if (user.length > MAXIMUM_USER_LENGTH) {
    return `The user's name is longer than ${MAXIMUM_USER_LENGTH} characters.`;
  }
  return /["/:;|=,+*?<>@[\]]/.test(user)
    ? "The user's name holds a character that Windows does not allow."
    : undefined;
}

/** A NetBIOS name, or one of DNS, which is shorter than what Windows allows. */
function isDomain(text: string): boolean {
  return (
    /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/.test(text) || dns1123SubdomainProblem(text) === undefined
  );
}

/** Where one container is a process of the host, all are, and the pod is in the host's network. */
function* hostProcessFindings({ spec, judged }: BuiltPod): Iterable<PodFinding> {
  const switchOf = (holder: Place) => fieldAt(OPTIONS.reduce(fieldAt, holder), "hostProcess");
  const ofPod = switchOf(spec);
  const own = judged.map(switchOf);
  const on = own.filter(({ data }) => (data ?? ofPod.data) === true);
  for (const { data, path } of own) {
    if (ofPod.data === undefined || data === undefined || data === ofPod.data) continue;
    const message = `hostProcess differs from that of the pod, which is ${ofPod.data}.`;
    yield { path, message, hint: "Write it once, for the pod." };
  }
  const [first] = on;
  if (first === undefined) return;
  const { path } = first.data === undefined ? ofPod : first;
  if (on.length !== own.length) {
    const message = "One container of the pod is a process of the host, and another is not.";
    yield { path, message, hint: "Set hostProcess for the pod." };
  }
  if (ownField(spec.data, "hostNetwork") === true) return;
  const message = "hostProcess is true, and hostNetwork is not.";
  yield { path, message, hint: "Also set hostNetwork to true." };
}
