import type { Finding } from "../diagnostics/diagnostic.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { isSimple } from "./cluster.ts";
import type { RayClusterRequest } from "./request.ts";
import { fullRequest, simpleRequest } from "./request-schema.ts";
import type { Validated } from "./validate.ts";
import { validate } from "./validate.ts";

/** Checks a request field by field, against the form of config that it uses. */
export function validateRequest(data: unknown): Validated<RayClusterRequest> {
  const config = isPlainObject(data) ? data.config : undefined;
  const simple = isPlainObject(config) && isSimple(config);
  const validated = validate(simple ? simpleRequest : fullRequest, data, "request");
  if (validated.ok) return validated;
  return {
    ok: false,
    findings: validated.findings.map((finding) => explainMixedForms(finding, simple)),
  };
}

/** A field of one form beside the mark of the other is no misspelling. */
function explainMixedForms(finding: Finding, simple: boolean): Finding {
  const [parent, key] = finding.path;
  if (finding.code !== "unknown-field" || parent !== "config" || finding.path.length !== 2) {
    return finding;
  }
  if (simple && (key === "head_node" || key === "scaling_groups")) {
    const hint = `n_nodes selects the form for equal nodes; remove either n_nodes or ${key}.`;
    return { ...finding, hint };
  }
  if (!simple && (key === "node_config" || key === "max_nodes")) {
    const hint = `${key} belongs to the form for equal nodes, which needs n_nodes.`;
    return { ...finding, hint };
  }
  return finding;
}
