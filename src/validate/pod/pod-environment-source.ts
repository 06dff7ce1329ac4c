import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { isObject, ownField, ownText } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { NEWEST_KUBERNETES_MINOR } from "./built-pod.ts";
import { configKeyProblem } from "./config-key.ts";
import { environmentFieldProblem, resourceFieldProblem } from "./field-reference.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

const SOURCES = Object.freeze(["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef"]);
const FROM_SOURCES = Object.freeze(["configMapRef", "secretRef"]);
const ONE_SOURCE_HINT =
  "Keep exactly one of fieldRef, resourceFieldRef, configMapKeyRef and secretKeyRef.";

/** Where variables take their values from. Source: Kubernetes, validateEnvVarValueFrom and ValidateEnvFrom. */
export const podEnvironmentSource = definePodLaw({
  code: "pod-environment-source",
  concerns: ["valueFrom", "envFrom"],
  *check({ judged, kubernetesMinor }) {
    for (const container of judged) {
      for (const variable of container.environment)
        yield* variableFindings(variable, kubernetesMinor);
      for (const source of itemsAt(container, "envFrom")) yield* fromFindings(source);
    }
  },
});

function* variableFindings(variable: Place, kubernetesMinor: number): Iterable<PodFinding> {
  const source = fieldAt(variable, "valueFrom");
  if (!isObject(source.data)) return;
  const value = ownText(variable.data, "value") ?? "";
  if (value !== "") {
    const message = `The variable has both the value ${showText(value)} and valueFrom.`;
    yield { path: source.path, target: "key", message, hint: "Remove one of them." };
  }
  // fileKeyRef is behind a gate that is off as far as is known.
  const known = kubernetesMinor > NEWEST_KUBERNETES_MINOR ? [...SOURCES, "fileKeyRef"] : SOURCES;
  const named = known.filter((key) => ownField(source.data, key) !== undefined);
  if (named.length !== 1) {
    const message =
      named.length === 0
        ? "valueFrom names no source."
        : `valueFrom names ${named.length} sources, ${named.join(" and ")}.`;
    yield { path: source.path, message, hint: ONE_SOURCE_HINT };
  }
  for (const key of named) yield* sourceFindings(key, fieldAt(source, key));
}

function* sourceFindings(kind: string, source: Place): Iterable<PodFinding> {
  if (!isObject(source.data)) return;
  if (kind === "fieldRef") yield* environmentFieldProblem(source);
  else if (kind === "resourceFieldRef") yield* resourceFieldProblem(source);
  else if (kind !== "fileKeyRef") {
    yield* nameFindings(source, kind === "secretKeyRef" ? "Secret" : "ConfigMap");
    const key = fieldAt(source, "key");
    const problem = typeof key.data === "string" ? configKeyProblem(key.data) : undefined;
    if (problem === undefined) return;
    const message = `The key ${showText(wordText(key.data))} is not valid. ${problem}`;
    yield { path: key.path, message, hint: "Write the key exactly as in the object." };
  }
}

function* fromFindings(source: Place): Iterable<PodFinding> {
  const named = FROM_SOURCES.filter((key) => ownField(source.data, key) !== undefined);
  if (named.length !== 1) {
    const message =
      named.length === 0
        ? "The item of envFrom names neither configMapRef nor secretRef."
        : "The item of envFrom names both configMapRef and secretRef.";
    yield { path: source.path, message, hint: "Keep exactly one of configMapRef and secretRef." };
  }
  for (const key of named) {
    const kind = key === "secretRef" ? "Secret" : "ConfigMap";
    yield* nameFindings(fieldAt(source, key), kind, prefixProblem);
  }
}

/** Kubernetes judges these names as if more could follow: one "-" may stand at the end. */
function prefixProblem(name: string): string | undefined {
  return dns1123SubdomainProblem(name.length > 1 ? name.replace(/-$/, "x") : name);
}

function* nameFindings(
  reference: Place,
  kind: string,
  problemOf: (name: string) => string | undefined = dns1123SubdomainProblem,
): Iterable<PodFinding> {
  if (!isObject(reference.data)) return;
  const { data, path } = fieldAt(reference, "name");
  if (data !== undefined && typeof data !== "string") return;
  const problem = problemOf(data ?? "");
  if (problem === undefined) return;
  const message =
    data === undefined
      ? `The reference does not name a ${kind}.`
      : `The ${kind}'s name ${showText(data)} is not valid. ${problem}`;
  yield { path, message, hint: `Use the name of the ${kind} in the cluster.` };
}
