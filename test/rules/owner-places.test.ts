import { expect, test } from "vitest";
import type { Path } from "../../src/diagnostics/path.ts";
import { parsePath } from "../../src/diagnostics/path.ts";
import type { OwnerSection } from "../../src/rules/owner-places.ts";
import { inRequest } from "../../src/rules/owner-places.ts";

function told(path: Path, message: string, owner: OwnerSection) {
  const finding = { code: "cron-job", document: "manifest", path, message, hint: message } as const;
  const related = [{ document: "manifest", path, message }] as const;
  return inRequest({ ...finding, related }, owner);
}

test.each<readonly [manifest: string, owner: OwnerSection, request: string]>([
  ["kind", "job", "job.schedule"],
  ["metadata.name", "job", "name"],
  ["metadata.labels.team", undefined, "labels.team"],
  ["status.state", "job", ""],
  ["spec.managedBy", "job", "managed_by"],
  ["spec.managedBy", "service", "managed_by"],
  ["spec.entrypoint", "job", "job.entrypoint"],
  ["spec.metadata.team", "job", "job.metadata.team"],
  ["spec.clusterSelector.team", "job", "job.cluster_selector.team"],
  ["spec.submitterConfig.backoffLimit", "job", "job.submitter.retries"],
  ["spec.unknownField", "job", "job"],
  ["spec.jobTemplate.entrypoint", "job", "job.entrypoint"],
  ["spec.timeZone", "job", "job.time_zone"],
  ["spec.serveConfigV2.a", "service", "service.serve_config"],
  ["spec.upgradeStrategy.type", "service", "service.upgrade.type"],
  [
    "spec.upgradeStrategy.clusterUpgradeOptions.stepSizePercent",
    "service",
    "service.upgrade.step_size_percent",
  ],
  ["spec.upgradeStrategy.clusterUpgradeOptions", "service", "service.upgrade"],
  ["spec.rayClusterSpec.rayVersion", "job", "ray_version"],
  ["spec.rayClusterConfig.rayVersion", "service", "ray_version"],
  ["spec.rayVersion", undefined, "ray_version"],
  ["spec.suspend", undefined, "suspend"],
  ["spec.headGroupSpec", undefined, "config"],
  ["spec.authOptions.enableK8sTokenAuth", undefined, "auth.kubernetes_tokens"],
  ["spec.authOptions.mode", undefined, "auth"],
  ["spec.workerGroupSpecs", undefined, "config.scaling_groups"],
  ["spec.workerGroupSpecs[1].groupName", undefined, "config.scaling_groups[1].name"],
  ["spec.workerGroupSpecs[1].template", undefined, "config.scaling_groups[1]"],
])("what is found at %s of a manifest by %s is at %s of the request", (at, owner, place) => {
  const finding = told(pathOf(at), "It is wrong.", owner);
  const path = pathOf(place);
  expect(finding).toMatchObject({ document: "request", path });
  expect(finding.related).toEqual([{ document: "request", path, message: "It is wrong." }]);
});

test.each<readonly [manifest: string, owner: OwnerSection, request: string]>([
  ["The rayVersion and managedBy", "job", "The ray_version and managed_by"],
  ["A rayClusterSpec", "job", "A config"],
  ["A rayClusterConfig", "service", "A config"],
  ["Set enableK8sTokenAuth.", undefined, "Set auth.kubernetes_tokens."],
  ["shutdownAfterJobFinishes", "job", "shutdown_after_finish"],
  ["shutdownAfterJobFinishes", "service", "shutdownAfterJobFinishes"],
  ["serveConfigV2 and stepSizePercent", "service", "serve_config and step_size_percent"],
  [
    "neither a rayClusterSpec nor a clusterSelector",
    "job",
    "neither a config nor a cluster_selector",
  ],
  ["It needs clusterUpgradeOptions.", "service", "It needs options."],
  [
    "Write enableInTreeAutoscaling: true.",
    "service",
    "Let a scaling group scale: raise its max_workers.",
  ],
  [
    'The text "rayVersion \\" managedBy" stays.',
    "job",
    'The text "rayVersion \\" managedBy" stays.',
  ],
])("%s, said of a manifest by %s, is said of a request as: %s", (text, owner, words) => {
  const { message, hint } = told(["spec"], text, owner);
  expect([message, hint]).toEqual([words, words]);
});

function pathOf(text: string): Path {
  const path = text === "" ? [] : parsePath(text);
  if (path === undefined) throw new Error(text);
  return path;
}
