import { isObject, ownField, ownList, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import { didYouMean } from "../../diagnostics/suggest.ts";
import type { ClusterSpecView } from "../views/cluster-spec-view.ts";
import { placedItems } from "../views/container-view.ts";
import type { Breach, Law } from "./law.ts";
import { defineLaw, gateOf, gateWords } from "./law.ts";

const GATE = "RayClusterNetworkPolicy";

/** Rules that a mode makes pointless: it does not restrict what they would allow. */
const POINTLESS: Readonly<Record<string, string>> = Object.freeze({
  DenyAllEgress: "ingressRules",
  DenyAllIngress: "egressRules",
});

/**
 * Network policy
 *
 * A network policy needs its feature gate, has rules only for the direction that its mode denies, and names worker groups
 * that are there.
 *
 * See validateNetworkPolicy in ray-operator/controllers/ray/utils/validation.go, v1.7.0.
 */
export const networkPolicy: Law = defineLaw({
  code: "network-policy",
  since: "1.7",
  gate: GATE,
  *check({ cluster }, target) {
    if (cluster === undefined) return;
    const policy = ownField(cluster.spec, "networkPolicy");
    if (!isObject(policy)) return;
    const path = [...cluster.path, "networkPolicy"];
    const gate = gateOf(target, GATE);
    if (!gate.isOn) {
      yield {
        path,
        target: "key",
        message: `A network policy needs ${gateWords(GATE, gate)}.`,
        consequence: "The operator refuses that.",
        hint: `Start the operator with --feature-gates=${GATE}=true, or write your own NetworkPolicy.`,
      };
      if (gate.isKnown) return;
    }
    yield* pointlessRules(policy, path);
    yield* unknownGroups(policy, path, cluster);
  },
});

function* pointlessRules(policy: PlainObject, path: Path): Iterable<Breach> {
  const mode = ownText(policy, "mode") ?? "DenyAll";
  const field = Object.hasOwn(POINTLESS, mode) ? POINTLESS[mode] : undefined;
  if (field === undefined) return;
  const holders: readonly (readonly [PlainData | undefined, Path])[] = [
    [ownField(policy, "head"), [...path, "head"]],
    [ownField(policy, "worker"), [...path, "worker"]],
    ...workerGroups(policy, path).map(({ data, path: place }) => [data, place] as const),
  ];
  for (const [holder, place] of holders) {
    if (ownList(holder, field).length === 0) continue;
    yield {
      path: [...place, field],
      message: `The mode ${mode} does not restrict the traffic that ${field} would allow.`,
      hint: `Remove ${field}, or choose the mode DenyAll.`,
      related: [{ path: [...path, "mode"], message: `the mode is ${mode} here` }],
    };
  }
}

function* unknownGroups(
  policy: PlainObject,
  path: Path,
  { workers }: ClusterSpecView,
): Iterable<Breach> {
  const names = workers.map(({ name }) => name);
  const known = new Set(names);
  for (const { data, path: place } of workerGroups(policy, path)) {
    const name = ownText(data, "groupName") ?? "";
    if (known.has(name)) continue;
    yield {
      path: [...place, "groupName"],
      message: `There is no worker group ${showText(name)}.`,
      hint:
        didYouMean(name, names.slice(0, MAXIMUM_NAMES)) ??
        "Use the name of a group in workerGroupSpecs.",
    };
  }
}

const MAXIMUM_NAMES = 100;

function workerGroups(policy: PlainObject, path: Path) {
  return placedItems(ownList(policy, "workerGroups"), [...path, "workerGroups"]);
}
