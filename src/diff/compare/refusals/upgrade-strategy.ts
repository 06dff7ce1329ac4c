import { ownFieldAt } from "../../../diagnostics/own-field.ts";
import { showText } from "../../../diagnostics/show.ts";
import { refusalRule } from "./refusal-rule.ts";

/**
 * Upgrade strategy
 *
 * upgradeStrategy.type is Recreate or None.
 *
 * See ray-operator/controllers/ray/utils/validation.go, v1.6.0.
 */
export const upgradeStrategy = refusalRule("upgrade-strategy", [1, 6], function* ({ spec }) {
  const type = ownFieldAt(spec, "upgradeStrategy", "type");
  if (type === undefined || type === "Recreate" || type === "None") return;
  yield {
    paths: [["spec", "upgradeStrategy", "type"]],
    message: `The upgrade strategy is Recreate or None, not ${showText(String(type))}.`,
  };
});
