import { addressRangeProblem, isRangeWithin } from "../../api/identifiers/address-range.ts";
import { ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import { placedItems } from "../views/container-view.ts";
import type { Breach, Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/** The lists of rules, and the field of a rule that lists its peers. */
const RULES = Object.freeze([
  ["ingressRules", "from"],
  ["egressRules", "to"],
] as const);

/**
 * Network policy object
 *
 * KubeRay puts the rules of a network policy into NetworkPolicies as they are, and Kubernetes refuses those with wrong ranges of
 * addresses.
 *
 * See ValidateIPBlock in kubernetes pkg/apis/networking/validation/validation.go.
 */
export const networkPolicyObject: Law = defineLaw({
  code: "network-policy-object",
  severity: "warning",
  since: "1.7",
  *check({ cluster }) {
    if (cluster === undefined) return;
    const policy = ownObject(cluster.spec, "networkPolicy");
    const path = [...cluster.path, "networkPolicy"];
    const holders: readonly (readonly [PlainObject, Path])[] = [
      [ownObject(policy, "head"), [...path, "head"]],
      [ownObject(policy, "worker"), [...path, "worker"]],
      ...placedItems(ownList(policy, "workerGroups"), [...path, "workerGroups"]).map(
        ({ data, path: place }) => [ownObject({ data }, "data"), place] as const,
      ),
    ];
    for (const [holder, place] of holders) {
      for (const [list, peers] of RULES) {
        for (const rule of placedItems(ownList(holder, list), [...place, list])) {
          const from = placedItems(ownList(rule.data, peers), [...rule.path, peers]);
          for (const peer of from) {
            yield* wrongRanges(ownObject(peer.data, "ipBlock"), [...peer.path, "ipBlock"]);
          }
        }
      }
    }
  },
});

function* wrongRanges(block: PlainObject, path: Path): Iterable<Breach> {
  const cidr = ownText(block, "cidr");
  if (cidr !== undefined) yield* wrongRange(cidr, [...path, "cidr"]);
  for (const { data, path: place } of placedItems(ownList(block, "except"), [...path, "except"])) {
    if (typeof data !== "string") continue;
    yield* wrongRange(data, place);
    if (cidr === undefined || isRangeWithin(data, cidr) !== false) continue;
    yield {
      path: place,
      message: `The range ${showText(data)} is not a smaller part of ${showText(cidr)}.`,
      consequence: REFUSED,
      hint: "Remove it, or give a part of cidr.",
    };
  }
}

function* wrongRange(range: string, path: Path): Iterable<Breach> {
  const problem = addressRangeProblem(range);
  if (problem === undefined) return;
  yield {
    path,
    message: `The range of addresses ${showText(range)} is not valid. ${problem}`,
    consequence: REFUSED,
    hint: "Write it as 10.0.0.0/8.",
  };
}

const REFUSED = "Kubernetes refuses the NetworkPolicy.";
