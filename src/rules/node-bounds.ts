import type { Rule } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Node bounds
 *
 * In the form for equal nodes, max_nodes is at least n_nodes.
 *
 * See the worker bounds, to which these become when the cluster is compiled.
 */
export const nodeBounds: Rule = defineRule({
  code: "node-bounds",
  check({ cluster }) {
    if (cluster?.nodeBounds === undefined) return [];
    const { nNodes, maxNodes } = cluster.nodeBounds;
    if (!(maxNodes < nNodes)) return [];
    return [
      {
        document: "request",
        path: ["config", "max_nodes"],
        message: `max_nodes (${maxNodes}) is less than n_nodes (${nNodes}).`,
        hint: `Raise max_nodes to ${nNodes}, or lower n_nodes to ${maxNodes}.`,
        related: [
          {
            document: "request",
            path: ["config", "n_nodes"],
            message: `n_nodes is ${nNodes} here`,
          },
        ],
      },
    ];
  },
});
