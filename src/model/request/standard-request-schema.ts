import { errorsAmong } from "../../diagnostics/errors-among.ts";
import { report } from "../../diagnostics/report.ts";
import { readSource } from "../../yaml/read-source.ts";
import { isSimple } from "../lower-cluster.ts";
import { examineRequest } from "./examine-request.ts";
import type { RayClusterRequest } from "./request.ts";
import { fullRequest, simpleRequest } from "./request-schema.ts";

/** The Standard Schema interface, version 1 (standardschema.dev), as far as it is implemented here. */
export interface StandardSchema<Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "raycluster-compiler";
    readonly validate: (value: unknown) => StandardResult<Output>;
    readonly types?: { readonly input: Output; readonly output: Output } | undefined;
  };
}

/** The value, if it is sound, or everything that is wrong with it. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** One thing that is wrong with a value. */
export interface StandardIssue {
  /** The diagnostic's message and hint. */
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/**
 * A request's schema for whatever takes a Standard Schema: forms, routers, validators. It checks single fields; the laws
 * across fields and those that depend on the deployment are `compile`'s. It never throws: what is wrong is an issue.
 */
export const requestSchema: StandardSchema<RayClusterRequest> = Object.freeze({
  "~standard": Object.freeze({ version: 1, vendor: "raycluster-compiler", validate }),
});

function validate(value: unknown): StandardResult<RayClusterRequest> {
  const { source, validated, findings: all } = examineRequest(value, readSource(value, "request"));
  const findings = errorsAmong(all);
  if (validated.ok && findings.length === 0) return { value: picked(validated.value) };
  return {
    issues: report(findings, [source]).map(({ message, hint, path }) => ({
      message: hint === undefined ? message : `${message} ${hint}`,
      path: [...path],
    })),
  };
}

/** Fresh, with the fields in the schema's order. */
function picked(request: RayClusterRequest): RayClusterRequest {
  return (isSimple(request.config) ? simpleRequest : fullRequest).pick(request);
}
