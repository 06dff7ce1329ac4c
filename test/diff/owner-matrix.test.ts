import { expect, test } from "vitest";
import { apiFor } from "../../src/api/api-for.ts";
import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";
import { parseVersion } from "../../src/kuberay/version.ts";
import type { ManifestKind } from "../../src/kuberay/views/manifest-view.ts";
import { isThorough } from "../property-runs.ts";
import { compared } from "./compared.ts";
import { merge } from "./manifests.ts";
import { job, schedule, service } from "./owners.ts";

const releases = [
  "0.4.0",
  "0.5.2",
  "0.6.0",
  "1.0.0",
  "1.1.1",
  "1.2.2",
  "1.3.2",
  "1.4.2",
  "1.5.1",
  "1.6.2",
  "1.7.0",
] as const;

type Release = (typeof releases)[number];

/** What adding a value to a field does, from each release on. What a release lacks, the API server drops: none. */
type Row = readonly [value: PlainData, ...effects: (readonly [since: Release, effect: string])[]];

const jobFields: Readonly<Record<string, Row>> = {
  activeDeadlineSeconds: [5, ["0.4.0", "none"], ["1.1.1", "in-place"]],
  backoffLimit: [3, ["0.4.0", "none"], ["1.2.2", "in-place"]],
  clusterSelector: [{ "ray.io/cluster": "x" }, ["0.4.0", "none"]],
  deletionPolicy: ["DeleteNone", ["0.4.0", "none"], ["1.3.2", "rejected"], ["1.5.1", "none"]],
  deletionStrategy: [
    { deletionRules: [{ policy: "DeleteNone", condition: { jobStatus: "FAILED" } }] },
    ["0.4.0", "none"],
    ["1.5.1", "rejected"],
    ["1.6.2", "in-place"],
  ],
  entrypoint: ["x", ["0.4.0", "rerun"]],
  entrypointNumCpus: [1, ["0.4.0", "none"], ["1.0.0", "rerun"]],
  entrypointNumGpus: [1, ["0.4.0", "none"], ["1.0.0", "rerun"]],
  entrypointResources: ['{"a": 1}', ["0.4.0", "none"], ["1.0.0", "rerun"]],
  jobId: ["x", ["0.4.0", "rerun"]],
  managedBy: ["kueue.x-k8s.io/multikueue", ["0.4.0", "none"], ["1.3.2", "address"]],
  metadata: [{ a: "b" }, ["0.4.0", "rerun"]],
  preRunningDeadlineSeconds: [5, ["0.4.0", "none"], ["1.6.2", "in-place"]],
  rayClusterSpec: [
    { headGroupSpec: { template: { metadata: { labels: { a: "b" } } } } },
    ["0.4.0", "new-pods-only"],
    ["0.5.2", "rerun"],
  ],
  runtimeEnv: ["e30=", ["0.4.0", "rerun"], ["1.1.1", "none"]],
  runtimeEnvYAML: ["a: 1", ["0.4.0", "none"], ["1.0.0", "rerun"]],
  shutdownAfterJobFinishes: [true, ["0.4.0", "in-place"]],
  submissionMode: ["HTTPMode", ["0.4.0", "none"], ["1.1.1", "rerun"]],
  submitterConfig: [{ backoffLimit: 5 }, ["0.4.0", "none"], ["1.2.2", "rerun"]],
  submitterPodTemplate: [
    { spec: { restartPolicy: "Never", containers: [{ name: "a", image: "b" }] } },
    ["0.4.0", "none"],
    ["0.6.0", "rerun"],
  ],
  suspend: [true, ["0.4.0", "none"], ["0.5.2", "recreate"]],
  ttlSecondsAfterFinished: [5, ["0.4.0", "in-place"]],
};

const serviceFields: Readonly<Record<string, Row>> = {
  deploymentUnhealthySecondThreshold: [5, ["0.4.0", "in-place"], ["1.1.1", "none"]],
  excludeHeadPodFromServeSvc: [true, ["0.4.0", "none"], ["1.3.2", "in-place"]],
  managedBy: ["kueue.x-k8s.io/multikueue", ["0.4.0", "none"], ["1.6.2", "address"]],
  rayClusterConfig: [{ rayVersion: "2.53.0" }, ["0.4.0", "new-cluster"]],
  rayClusterDeletionDelaySeconds: [5, ["0.4.0", "none"], ["1.5.1", "in-place"]],
  // Beside serveConfigV2 the two releases that know both refuse it.
  serveConfig: [
    { importPath: "a" },
    ["0.4.0", "in-place"],
    ["0.6.0", "rejected"],
    ["1.1.1", "none"],
  ],
  serveConfigV2: ["applications: []", ["0.4.0", "none"], ["0.6.0", "in-place"]],
  serveService: [{ spec: { type: "NodePort" } }, ["0.4.0", "none"]],
  serviceUnhealthySecondThreshold: [5, ["0.4.0", "in-place"], ["1.1.1", "none"]],
  suspend: [true, ["0.4.0", "none"], ["1.7.0", "recreate"]],
  upgradeStrategy: [{ type: "None" }, ["0.4.0", "none"], ["1.3.2", "in-place"]],
};

const scheduleFields: Readonly<Record<string, Row>> = {
  jobTemplate: [{ entrypoint: "x" }, ["0.4.0", "rejected"], ["1.6.2", "rerun"]],
  schedule: ["0 4 * * *", ["0.4.0", "rejected"], ["1.6.2", "in-place"]],
  suspend: [true, ["0.4.0", "rejected"], ["1.6.2", "in-place"]],
  timeZone: ["UTC", ["0.4.0", "rejected"], ["1.6.2", "none"], ["1.7.0", "in-place"]],
};

const kinds = [
  ["RayJob", job({ shutdownAfterJobFinishes: null }), "rayClusterSpec", jobFields],
  ["RayService", service(), "rayClusterConfig", serviceFields],
  ["RayCronJob", schedule(), undefined, scheduleFields],
] as const satisfies readonly (readonly [
  ManifestKind,
  PlainObject,
  string | undefined,
  Readonly<Record<string, Row>>,
])[];

test.each(kinds)(
  "%s: every field has its effect in every release",
  (_kind, base, cluster, fields) => {
    for (const [turn, [field, [value, ...effects]]] of Object.entries(fields).entries()) {
      const boundaries = effects.map(([since]) => releases.indexOf(since));
      for (const [index, kuberayVersion] of releases.entries()) {
        // By day on both sides of each boundary, and every third release by turns.
        const isBoundary = boundaries.some((first) => index === first || index === first - 1);
        if (!isThorough && !isBoundary && (index + turn) % 3 > 0) continue;
        const expected = effects.filter(([since]) => releases.indexOf(since) <= index).at(-1)?.[1];
        const before = ofRelease(base, kuberayVersion, cluster, needsShutdown(field));
        const after = merge(before, { spec: { [field]: value } });
        const diff = compared(before, after, { kuberayVersion });
        const ignored = diff.changes.filter(
          ({ reason }) => reason === "KubeRay ignores the change.",
        );
        expect([field, kuberayVersion, diff.effect, ignored]).toEqual([
          field,
          kuberayVersion,
          expected,
          [],
        ]);
      }
    }
  },
);

test.each(kinds)(
  "%s: the table has every field of every release",
  (kind, _base, _cluster, fields) => {
    const known = new Set<string>();
    for (const release of releases) {
      for (const apiVersion of ["ray.io/v1", "ray.io/v1alpha1"]) {
        const kuberayVersion = parseVersion(release);
        const answer =
          kuberayVersion === undefined ? undefined : apiFor({ kind, apiVersion, kuberayVersion });
        const spec = answer?.ok === true ? answer.api.root.field("spec")?.type : undefined;
        if (spec?.kind === "object") for (const [name] of spec.fields) known.add(name);
      }
    }
    expect([...known].sort()).toEqual(Object.keys(fields).sort());
  },
);

function needsShutdown(field: string): PlainObject {
  const isNeeded = field === "ttlSecondsAfterFinished" || field === "suspend";
  return isNeeded ? { shutdownAfterJobFinishes: true } : {};
}

/** Older releases store v1alpha1 and require the type of the head's Service. */
function ofRelease(
  base: PlainObject,
  release: string,
  cluster: string | undefined,
  more: PlainObject,
): PlainObject {
  const spec = cluster === "rayClusterSpec" ? more : {};
  if (!release.startsWith("0.")) return merge(base, { spec });
  const head = { headGroupSpec: { serviceType: "ClusterIP" } };
  const own =
    cluster === undefined ? { jobTemplate: { rayClusterSpec: head } } : { [cluster]: head };
  return merge(base, { apiVersion: "ray.io/v1alpha1", spec: merge(own, spec) });
}
