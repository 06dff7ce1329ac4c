import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import { isSimple } from "../lower-cluster.ts";
import { fieldsOf } from "../unknown-keys/fields-of.ts";
import { meantFields } from "../unknown-keys/meant-fields.ts";
import { validate } from "../validate.ts";
import type { Validated } from "../validated.ts";
import type { RayClusterRequest } from "./request.ts";
import { fullRequest, simpleRequest } from "./request-schema.ts";

/** Checks a request field by field, against the form of config that it uses or seems to mean. */
export function validateRequest(data: unknown): Validated<RayClusterRequest> {
  const config = isPlainObject(data) ? configOf(data) : undefined;
  const simple = isPlainObject(config) && meansSimple(config);
  const validated = validate(simple ? simpleRequest : fullRequest, data, "request");
  if (validated.ok) return validated;
  return {
    ...validated,
    findings: validated.findings.map((finding) => explainMixedForms(finding, simple)),
  };
}

/** The config, also under a misspelt key: what stands below that is judged too. */
function configOf(data: Readonly<Record<string, unknown>>): unknown {
  if (Object.hasOwn(data, "config")) return data.config;
  const known = fieldsOf("request");
  const key = Object.keys(data)
    .slice(0, 100)
    .find((each) => !known.includes(each) && closestName(each, ["config"]) !== undefined);
  return key === undefined ? undefined : data[key];
}

const SIMPLE_KEYS: readonly string[] = Object.freeze(["n_nodes", "node_config", "max_nodes"]);
const FULL_KEYS: readonly string[] = Object.freeze(["head_node", "scaling_groups"]);

/** `n_nodes` decides; where it is missing or misspelt, what else stands there tells which form is meant. */
function meansSimple(config: object): boolean {
  if (isSimple(config)) return true;
  const keys = Object.keys(config).slice(0, 20);
  if (keys.some((key) => FULL_KEYS.includes(key))) return false;
  const known = fieldsOf("config");
  const meant = keys.flatMap((key) =>
    known.includes(key) ? [key] : meantFields("request", ["config"], key, known).fields,
  );
  const isFull = meant.some((field) => FULL_KEYS.includes(field));
  return !isFull && meant.some((field) => SIMPLE_KEYS.includes(field));
}

/** A field of one form beside the mark of the other is no misspelling. */
function explainMixedForms(finding: Finding, simple: boolean): Finding {
  const [parent, key] = finding.path;
  if (finding.code !== "unknown-field" || parent !== "config" || finding.path.length !== 2) {
    return finding;
  }
  if (simple && FULL_KEYS.includes(String(key))) {
    const hint = `n_nodes selects the form for equal nodes. Remove either n_nodes or ${key}.`;
    return { ...finding, hint };
  }
  if (!simple && SIMPLE_KEYS.includes(String(key))) {
    const hint = `${key} belongs to the form for equal nodes, which needs n_nodes.`;
    return { ...finding, hint };
  }
  return finding;
}
