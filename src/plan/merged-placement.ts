import { ownInteger, ownList, ownObject, ownText } from "../diagnostics/own-field.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import { podToleration } from "../manifest/pod-toleration.ts";
import { sortedMap } from "../manifest/sorted-map.ts";
import type { GroupPlan } from "./plan.ts";

/** Which nodes a pod that pod templates changed may run on. */
export function mergedPlacement(
  podSpec: PlainObject,
): Pick<GroupPlan, "node_selector" | "tolerations"> {
  const labels = Object.entries(ownObject(podSpec, "nodeSelector")).flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value] as const] : [],
  );
  const tolerations = ownList(podSpec, "tolerations").map((item) =>
    podToleration({
      key: ownText(item, "key"),
      operator: ownText(item, "operator"),
      value: ownText(item, "value"),
      effect: ownText(item, "effect"),
      tolerationSeconds: ownInteger(item, "tolerationSeconds"),
    }),
  );
  return { node_selector: sortedMap(Object.fromEntries(labels)) ?? {}, tolerations };
}
