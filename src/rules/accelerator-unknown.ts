import { showText } from "../diagnostics/show.ts";
import { closestName } from "../diagnostics/suggest.ts";
import { findingsOn } from "./findings-on.ts";
import { distinctNodes, nodeName } from "./nodes.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { accelerators } from "./subjects.ts";

const MOST_NAMES = 8;

/**
 * Accelerator unknown
 *
 * A node asks for an accelerator that the settings name.
 *
 * See the key ray.accelerators of the server's Helm values.
 */
export const acceleratorUnknown: Rule = defineRule({
  code: "accelerator-unknown",
  about: accelerators,
  check({ cluster, settings }) {
    if (cluster === undefined) return [];
    const known = Object.keys(settings.ray.accelerators);
    return findingsOn(distinctNodes(cluster), (node) => {
      const { accelerator } = node;
      if (accelerator === undefined || accelerator.settings !== undefined) return [];
      const asked = `${nodeName(cluster, node)} asks for the accelerator ${showText(accelerator.name)}`;
      return [
        {
          document: "request",
          path: [...node.path, "accelerator"],
          message:
            known.length === 0
              ? `${asked}, but the settings define no accelerators.`
              : `${asked}, which this deployment does not have.`,
          hint: hint(accelerator.name, known),
          related: [
            {
              document: "settings",
              path: ["ray", "accelerators"],
              message: known.length === 0 ? "no accelerators are defined" : "they are defined here",
            },
          ],
        },
      ];
    });
  },
});

function hint(name: string, known: readonly string[]): string {
  if (known.length === 0) {
    return "Add it to ray.accelerators in the settings; docs/accelerators.md has entries to copy.";
  }
  const closest = closestName(name, known);
  if (closest !== undefined) return `Did you mean ${showText(closest)}?`;
  const shown = known.slice(0, MOST_NAMES).map(showText).join(", ");
  const more = known.length > MOST_NAMES ? ` and ${known.length - MOST_NAMES} more` : "";
  return `Use one of ${shown}${more}.`;
}
