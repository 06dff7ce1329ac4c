import { compileOrThrow } from "../../src/compile-or-throw.ts";
import type { Plan } from "../../src/plan/plan.ts";

export const cluster = {
  name: "train",
  image: "ray:1",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
};
export const runs = { entrypoint: "python a.py", shutdown_after_finish: true };
export const planOf = (request: object, kuberayVersion: string): Plan =>
  compileOrThrow({ ...cluster, ...request }, {}, { kuberayVersion }).plan;
export const jobPlan = (release: string) => planOf({ job: runs }, release);
export const servicePlan = (release: string) =>
  planOf({ service: { serve_config: { applications: [] } } }, release);

export const object = (status: object, metadata: object = {}) => ({
  metadata: { name: "train", uid: "1", ...metadata },
  status,
});
export const refusal = (kind: string, uid = "1") => ({
  type: "Warning",
  reason: `Invalid${kind}Spec`,
  message: "The spec is wrong",
  involvedObject: { kind, name: "train", uid },
});
export const app = (status: string) => ({
  applicationStatuses: { chat: { status, message: "No module" } },
});

export type Row = readonly [
  release: string,
  status: object | undefined,
  state: string,
  reason: string | undefined,
  metadata: object,
];

/** A row whose last members may be left out. */
export function row(
  release: string,
  status: object | undefined,
  state: string,
  reason?: string,
  metadata: object = {},
): Row {
  return [release, status, state, reason, metadata];
}
