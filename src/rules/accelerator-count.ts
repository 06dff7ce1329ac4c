import { count, listWords, showText } from "../diagnostics/show.ts";
import { findingsOn } from "./findings-on.ts";
import { distinctNodes, nodeName } from "./nodes.ts";
import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { accelerators } from "./subjects.ts";

/**
 * Accelerator count
 *
 * A node asks for a number of devices that the settings allow.
 *
 * See the key counts of an accelerator in the settings.
 */
export const acceleratorCount: Rule = defineRule({
  code: "accelerator-count",
  about: accelerators,
  check({ cluster }) {
    if (cluster === undefined) return [];
    return findingsOn(distinctNodes(cluster), (node) => {
      const { accelerator } = node;
      const counts = accelerator?.settings?.counts;
      if (accelerator === undefined || counts == null || counts.length === 0) return [];
      // Numbers that validation refused are unknown.
      if (counts.includes(accelerator.count) || !counts.every(Number.isInteger)) return [];
      const name = showText(accelerator.name);
      const allowed = listWords(
        [...new Set(counts)].sort((left, right) => left - right).map(String),
        "or",
      );
      return [
        {
          document: "request",
          path: accelerator.countPath,
          message: `${nodeName(cluster, node)} asks for ${count(accelerator.count, "device")} of ${name}, but a node can have ${allowed}.`,
          hint: `Set accelerator_count to ${allowed}.`,
          related: [
            {
              document: "settings",
              path: [...accelerator.settingsPath, "counts"],
              message: "these numbers are allowed",
            },
          ],
        },
      ];
    });
  },
});
