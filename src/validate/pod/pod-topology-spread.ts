import { labelKeyProblem } from "../../api/identifiers/label-key.ts";
import { ownField, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { labelKeys } from "./built-pod.ts";
import { duplicates } from "./duplicates.ts";
import { matchKeyFindings } from "./match-label-keys.ts";
import type { Place } from "./place.ts";
import { fieldAt, itemsAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";
import { labelSelectorFindings } from "./selector-rules.ts";

/** Before this Kubernetes minor matchLabelKeys are dropped. */
const KEYS_SINCE = 27;
/** From this Kubernetes minor on they are added to the labelSelector. */
const MERGED_SINCE = 34;

/** How pods are spread. Source: Kubernetes, validateTopologySpreadConstraints. */
export const podTopologySpread = definePodLaw({
  code: "pod-topology-spread",
  concerns: ["topologySpreadConstraints"],
  *check(pod) {
    const { spec, kubernetesMinor } = pod;
    const merged = kubernetesMinor >= MERGED_SINCE ? labelKeys(pod) : undefined;
    const constraints = itemsAt(spec, "topologySpreadConstraints");
    for (const constraint of constraints) {
      yield* constraintFindings(constraint);
      if (kubernetesMinor >= KEYS_SINCE) yield* matchKeyFindings(constraint, { merged });
    }
    for (const [first, again] of duplicates(constraints, pairOf)) {
      const topology = showText(ownText(again.data, "topologyKey") ?? "");
      const message = `Two constraints have the topologyKey ${topology} and the same whenUnsatisfiable.`;
      const related = [{ path: first.path, message: "the first one is here" }];
      yield { path: again.path, message, hint: "Merge them into one.", related };
    }
  },
});

function* constraintFindings(constraint: Place): Iterable<PodFinding> {
  const topology = fieldAt(constraint, "topologyKey");
  if (topology.data === "") {
    const message = "The topologyKey is empty.";
    const hint = "Write the key of a node label, such as topology.kubernetes.io/zone.";
    yield { path: topology.path, message, hint };
  }
  const domains = fieldAt(constraint, "minDomains");
  const action = ownField(constraint.data, "whenUnsatisfiable");
  if (domains.data !== undefined && action !== "DoNotSchedule") {
    const message = "minDomains is set, but whenUnsatisfiable is not DoNotSchedule.";
    yield {
      path: domains.path,
      message,
      hint: "Remove it, or set whenUnsatisfiable to DoNotSchedule.",
    };
  }
  yield* labelSelectorFindings(fieldAt(constraint, "labelSelector"));
}

/** A key that is wrong is told of by itself. */
function pairOf({ data }: Place): string | undefined {
  const key = ownText(data, "topologyKey");
  if (key === undefined || labelKeyProblem(key) !== undefined) return undefined;
  return `${key} ${ownText(data, "whenUnsatisfiable")}`;
}
