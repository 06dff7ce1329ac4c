import { dns1123LabelProblem } from "../../api/identifiers/dns-label.ts";
import { dns1123SubdomainProblem } from "../../api/identifiers/dns-subdomain.ts";
import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { isList, isObject, ownField, ownList, ownText } from "../../diagnostics/own-field.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { labelKeys } from "./built-pod.ts";
import { matchKeyFindings } from "./match-label-keys.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt, placesAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";
import { expressionFindings, labelSelectorFindings } from "./selector-rules.ts";

const REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
const PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
/** Before this Kubernetes minor matchLabelKeys and mismatchLabelKeys are dropped. */
const KEYS_SINCE = 31;

/** What nodes and neighbours a pod wants. Source: Kubernetes, validateAffinity. */
export const podAffinity = definePodLaw({
  code: "pod-affinity",
  concerns: ["affinity"],
  *check(pod) {
    const { spec, kubernetesMinor } = pod;
    const merged = kubernetesMinor >= KEYS_SINCE ? labelKeys(pod) : undefined;
    const affinity = fieldAt(spec, "affinity");
    yield* nodeFindings(fieldAt(affinity, "nodeAffinity"));
    for (const kind of ["podAffinity", "podAntiAffinity"]) {
      const rules = fieldAt(affinity, kind);
      const preferred = itemsAt(rules, PREFERRED).map((item) => fieldAt(item, "podAffinityTerm"));
      for (const term of [...itemsAt(rules, REQUIRED), ...preferred]) {
        if (isObject(term.data)) yield* podTermFindings(term, merged);
      }
    }
  },
});

function* nodeFindings(affinity: Place): Iterable<PodFinding> {
  const required = fieldAt(affinity, REQUIRED);
  if (isObject(required.data)) {
    const terms = fieldAt(required, "nodeSelectorTerms");
    if (isList(terms.data) && terms.data.length === 0) {
      const message = "nodeSelectorTerms is empty.";
      yield { path: terms.path, message, hint: "Add a term, or remove nodeAffinity." };
    }
    for (const term of itemsAt(required, "nodeSelectorTerms")) yield* nodeTermFindings(term, true);
  }
  for (const item of itemsAt(affinity, PREFERRED)) {
    yield* nodeTermFindings(fieldAt(item, "preference"), false);
  }
}

function* nodeTermFindings(term: Place, checksValues: boolean): Iterable<PodFinding> {
  yield* expressionFindings(term, { compares: true, checksValues });
  for (const field of itemsAt(term, "matchFields")) {
    const key = ownText(field.data, "key");
    if (key !== undefined && key !== "metadata.name") {
      const message = `matchFields has the key ${showText(key)}; it may only be metadata.name.`;
      const hint = "Use matchExpressions for labels.";
      yield { path: fieldAt(field, "key").path, message, hint };
    }
    const operator = ownText(field.data, "operator");
    if (operator !== undefined && operator !== "In" && operator !== "NotIn") {
      const message = `The operator ${showText(operator)} of matchFields must be In or NotIn.`;
      yield { path: fieldAt(field, "operator").path, message, hint: "Use In or NotIn." };
    }
    const values = ownList(field.data, "values");
    const [name] = values;
    const problem =
      values.length === 1
        ? typeof name === "string" && dns1123SubdomainProblem(name)
        : `There are ${values.length} values.`;
    if (!problem) continue;
    const message = `matchFields needs exactly one node name. ${problem}`;
    yield { path: field.path, message, hint: "Write one name, and one term for each node." };
  }
}

/** `merged`: the keys of the pod's labels; undefined where Kubernetes drops matchLabelKeys. */
function* podTermFindings(
  term: Place,
  merged: ReadonlySet<string> | undefined,
): Iterable<PodFinding> {
  const topology = fieldAt(term, "topologyKey");
  const problem = typeof topology.data === "string" ? labelKeyProblem(topology.data) : undefined;
  if (problem !== undefined) {
    const message = `The topologyKey ${showText(wordText(topology.data))} is not valid. ${problem}`;
    const hint = "Write the key of a node label, such as kubernetes.io/hostname.";
    yield { path: topology.path, message, hint };
  }
  for (const { data, path } of placesAt(term, ["namespaces", "*"])) {
    const nameProblem = typeof data === "string" ? dns1123LabelProblem(data) : undefined;
    if (nameProblem === undefined) continue;
    const message = `The namespace ${showText(wordText(data))} is not valid. ${nameProblem}`;
    yield { path, message, hint: "Write the name of a namespace." };
  }
  for (const selector of ["labelSelector", "namespaceSelector"]) {
    if (ownField(term.data, selector) !== undefined) {
      yield* labelSelectorFindings(fieldAt(term, selector));
    }
  }
  if (merged !== undefined) yield* matchKeyFindings(term, { merged });
}
