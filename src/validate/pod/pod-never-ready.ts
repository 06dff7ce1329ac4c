import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { isObject, ownField, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { BuiltContainer } from "./built-container.ts";
import { containerTitle } from "./built-container.ts";
import type { BuiltPod } from "./built-pod.ts";
import { finalizerProblem } from "./finalizer.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt, placesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

const GIT_REFUSED_SINCE = 33;
const MEDIUM = /^(?:|Memory|HugePages(?:-.+)?)$/;
const REFERENCES: readonly (readonly [string, string])[] = Object.freeze([
  ["secret", "secretName"],
  ["configMap", "name"],
  ["persistentVolumeClaim", "claimName"],
]);

/** What Kubernetes accepts and no node can run, or nobody ever lets run. Source: scheduler and kubelet. */
export const podNeverReady = definePodLaw({
  code: "pod-never-ready",
  concerns: [
    "schedulingGates",
    "readinessGates",
    "finalizers",
    "affinity",
    "volumes",
    "runAsNonRoot",
    "port",
  ],
  *check(pod) {
    yield* gateFindings(pod);
    yield* nodeFindings(pod.spec);
    yield* volumeFindings(pod);
    for (const container of pod.judged) {
      yield* userFindings(pod.spec, container);
      yield* portFindings(container);
    }
  },
});

/** A name that is not valid is refused: pod-gate. */
function* gateFindings({ spec, metadata }: BuiltPod): Iterable<PodFinding> {
  for (const gate of itemsAt(spec, "schedulingGates")) {
    const name = ownText(gate.data, "name") ?? "";
    if (labelKeyProblem(name) !== undefined) continue;
    const message = `The scheduling gate ${showText(name)} keeps the pod waiting until something removes the gate; KubeRay does not.`;
    yield {
      path: gate.path,
      message,
      hint: "Remove it unless one of your controllers removes the gate.",
    };
  }
  for (const gate of itemsAt(spec, "readinessGates")) {
    const name = ownText(gate.data, "conditionType") ?? "";
    if (labelKeyProblem(name) !== undefined) continue;
    const message = `The readiness gate ${showText(name)} keeps the pod from being ready until something sets the condition; KubeRay does not.`;
    yield {
      path: gate.path,
      message,
      hint: "Remove it unless one of your controllers sets the condition.",
    };
  }
  for (const { data, path } of placesAt(metadata, ["finalizers", "*"])) {
    if (typeof data !== "string" || finalizerProblem(data) !== undefined) continue;
    const message = `The finalizer ${showText(data)} keeps the pod from being deleted; KubeRay does not remove it.`;
    yield {
      path,
      message,
      hint: "Remove it unless one of your controllers removes the finalizer.",
    };
  }
}

function* nodeFindings(spec: Place): Iterable<PodFinding> {
  const required = [
    "affinity",
    "nodeAffinity",
    "requiredDuringSchedulingIgnoredDuringExecution",
    "nodeSelectorTerms",
    "*",
  ];
  for (const term of placesAt(spec, required)) {
    const parts = ["matchExpressions", "matchFields"].map((key) => ownList(term.data, key));
    if (isObject(term.data) && parts.every(({ length }) => length === 0)) {
      const message = "The term is empty and matches no node.";
      yield { path: term.path, message, hint: "Remove it, or add what the node must have." };
    }
    for (const expression of itemsAt(term, "matchExpressions")) {
      const operator = ownText(expression.data, "operator");
      const [value] = ownList(expression.data, "values");
      if (operator !== "Gt" && operator !== "Lt") continue;
      if (typeof value !== "string" || /^[+-]?\d+$/.test(value)) continue;
      const message = `${operator} compares with ${showText(value)}, which is not a whole number; it matches no node.`;
      yield { path: fieldAt(expression, "values").path, message, hint: "Write a whole number." };
    }
  }
}

function* volumeFindings({ spec, volumes, kubernetesMinor }: BuiltPod): Iterable<PodFinding> {
  for (const { path } of placesAt(spec, ["volumes", "*", "gitRepo"])) {
    if (kubernetesMinor < GIT_REFUSED_SINCE) continue;
    const message = `From Kubernetes 1.${GIT_REFUSED_SINCE} on, nodes refuse gitRepo volumes.`;
    yield { path, target: "key", message, hint: "Clone the repository in an init container." };
  }
  for (const { data, path } of placesAt(spec, ["volumes", "*", "emptyDir", "medium"])) {
    if (typeof data !== "string" || MEDIUM.test(data)) continue;
    const message = `The medium ${showText(data)} is not one that nodes know; the pod waits forever.`;
    const hint = /^memory$/i.test(data) ? "Did you mean Memory?" : "Use Memory, or remove medium.";
    yield { path, message, hint };
  }
  for (const volume of volumes) {
    for (const [kind, field] of REFERENCES) {
      const { data, path } = fieldAt(fieldAt(volume, kind), field);
      if (typeof data !== "string" || data === "") continue;
      const problem = dns1123SubdomainProblem(data);
      if (problem === undefined) continue;
      const message = `No object can have the name ${showText(data)}, so the pod waits for it forever. ${problem}`;
      yield { path, message, hint: "Use the name of the object in the cluster." };
    }
  }
}

function* userFindings(spec: Place, container: BuiltContainer): Iterable<PodFinding> {
  const own = ownObject(container.data, "securityContext");
  const pods = ownObject(spec.data, "securityContext");
  const inherited = (field: string) => ownField(own, field) ?? ownField(pods, field);
  if (inherited("runAsNonRoot") !== true || inherited("runAsUser") !== 0) return;
  const isOwn = ownField(own, "runAsUser") !== undefined;
  const holder = fieldAt(isOwn ? container : spec, "securityContext");
  const message = `${containerTitle(container)} must run as user 0 but not as root, so the node does not start it.`;
  const hint = "Set runAsUser to another user, or remove runAsNonRoot.";
  yield { path: fieldAt(holder, "runAsUser").path, message, hint };
}

/** A port that is named must be one of the container's. */
function* portFindings(container: BuiltContainer): Iterable<PodFinding> {
  const names = new Set(container.ports.map(({ name }) => name));
  for (const probe of ["livenessProbe", "readinessProbe", "startupProbe"]) {
    for (const kind of ["httpGet", "tcpSocket"]) {
      const port = fieldAt(fieldAt(fieldAt(container, probe), kind), "port");
      if (typeof port.data !== "string" || /^\d*$/.test(port.data) || names.has(port.data))
        continue;
      const message = `The ${probe} uses the port ${showText(port.data)}, but ${containerTitle(container).replace("T", "t")} has no port with that name, so the probe always fails.`;
      yield {
        path: port.path,
        message,
        hint: "Add a port with that name, or write a port number.",
      };
    }
  }
}
