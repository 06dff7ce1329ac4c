import { ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import type { BuiltContainer } from "./built-container.ts";
import { containerTitle } from "./built-container.ts";
import type { BuiltPod } from "./built-pod.ts";
import { fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { sourcesOf } from "./volume-sources.ts";

const VOLUMES = new Set([
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
]);
const PROFILES = new Set(["RuntimeDefault", "Localhost"]);
const REQUIRED = "which the level restricted of Pod Security requires";

/** What the level restricted asks for beside baseline. */
export function* restrictedFindings(pod: BuiltPod): Iterable<PodFinding> {
  for (const volume of pod.volumes) {
    // hostPath is told of by baseline.
    const source = sourcesOf(volume).find((kind) => !VOLUMES.has(kind) && kind !== "hostPath");
    if (source === undefined) continue;
    const message = `The volume has the source ${source}, which the level restricted of Pod Security forbids.`;
    yield { path: volume.path, message, hint: "Claim the storage with a persistentVolumeClaim." };
  }
  const context = ownObject(pod.spec.data, "securityContext");
  const isWindows = ownText(ownField(pod.spec.data, "os"), "name") === "windows";
  for (const container of pod.judged) yield* containerFindings(container, context, isWindows);
}

function* containerFindings(
  container: BuiltContainer,
  podContext: PlainData,
  isWindows: boolean,
): Iterable<PodFinding> {
  const context = fieldAt(container, "securityContext");
  const own = ownObject(container.data, "securityContext");
  const title = containerTitle(container);
  const breaches = [
    // Windows has users alone.
    ...(isWindows
      ? []
      : [...escalationBreaches(own), ...capabilityBreaches(ownObject(own, "capabilities"))]),
    ...userBreaches(own, podContext),
    ...(isWindows ? [] : profileBreaches(own, podContext)),
  ];
  if (container.path.at(-1) === "collectorOptions") {
    const message = `${title} has no security context and can be given none, ${REQUIRED}.`;
    yield { path: container.path, message, hint: "Do without historyServerOptions there." };
    return;
  }
  const where = container.isOperators ? "autoscalerOptions.securityContext" : "securityContext";
  for (const [what, hint] of breaches) {
    const message = `${title} ${what}, ${REQUIRED}.`;
    yield { path: context.path, message, hint: `${hint} in ${where}.` };
  }
}

type Breach = readonly [what: string, hint: string];

function* escalationBreaches(own: PlainData): Iterable<Breach> {
  if (ownField(own, "allowPrivilegeEscalation") === false) return;
  yield ["does not set allowPrivilegeEscalation to false", "Set allowPrivilegeEscalation to false"];
}

function* capabilityBreaches(capabilities: PlainData): Iterable<Breach> {
  if (!ownList(capabilities, "drop").includes("ALL")) {
    yield ["does not drop all capabilities", "Set capabilities.drop to [ALL]"];
  }
  const added = ownList(capabilities, "add").filter((name) => name !== "NET_BIND_SERVICE");
  if (added.length === 0) return;
  const names = added.slice(0, 5).map((name) => showText(wordText(name)));
  yield [
    `adds the capabilities ${names.join(", ")} instead of only NET_BIND_SERVICE`,
    "Remove capabilities.add",
  ];
}

/** What the pod says holds for every container that does not say otherwise. */
function* userBreaches(own: PlainData, podContext: PlainData): Iterable<Breach> {
  const inherited = (field: string) => inheritedField(own, podContext, field);
  if (inherited("runAsNonRoot") !== true) {
    yield ["does not set runAsNonRoot to true", "Set runAsNonRoot to true"];
  }
  if (inherited("runAsUser") === 0) {
    yield ["runs as user 0 instead of a non-root user", "Set runAsUser to a user of the image"];
  }
}

function* profileBreaches(own: PlainData, podContext: PlainData): Iterable<Breach> {
  const profile = ownText(inheritedField(own, podContext, "seccompProfile"), "type") ?? "";
  if (!PROFILES.has(profile)) {
    yield ["has no seccomp profile", "Set seccompProfile.type to RuntimeDefault"];
  }
}

function inheritedField(
  own: PlainData,
  podContext: PlainData,
  field: string,
): PlainData | undefined {
  return ownField(own, field) ?? ownField(podContext, field);
}
