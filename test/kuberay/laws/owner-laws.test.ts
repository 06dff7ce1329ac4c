import { expect, test } from "vitest";
import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { mainReleasesFrom } from "../tested-releases.ts";
import { briefly, judge, judgeRow } from "./judge.ts";
import { cron, job, service, spec } from "./manifests.ts";
import { ownerLawRows } from "./owner-law-rows.ts";
import { warningLawRows } from "./warning-law-rows.ts";

const selected = { "ray.io/cluster": "shared" };
const onSelected = (changes: PlainObject = {}) =>
  job({
    rayClusterSpec: null,
    shutdownAfterJobFinishes: null,
    clusterSelector: selected,
    ...changes,
  });
const headOf = (podSpec: PlainObject) => spec({ headGroupSpec: { template: { spec: podSpec } } });

test.each(ownerLawRows.map(([code, manifest, found], index) => ({ code, manifest, found, index })))(
  "$code, row $index",
  ({ code, manifest, found }) => {
    for (const [target, expected] of Object.entries(found)) {
      const [release = "", gates] = target.split(" ");
      expect(briefly(judgeRow(manifest, release, gates), code), target).toEqual(expected);
    }
  },
);

test("a job, a service and a schedule that are as they should be break no law of any release", () => {
  for (const release of [...mainReleasesFrom("1.0.0"), "1.8.0"]) {
    expect(judge(job(), release), release).toEqual([]);
    expect(judge(service(), release), release).toEqual([]);
  }
  for (const release of ["1.6.2", "1.7.0"])
    expect(judge(cron(), release, "RayCronJob=true")).toEqual([]);
});

test.each<readonly [string, PlainObject, string, string]>([
  [
    "job-cluster",
    onSelected({ clusterSelector: { a: "b" } }),
    "1.4.2",
    "The operator finds no cluster.",
  ],
  [
    "job-cluster",
    onSelected({ clusterSelector: { a: "b" } }),
    "1.5.0",
    "KubeRay 1.5 and later refuse that.",
  ],
  [
    "job-cluster",
    onSelected({ backoffLimit: 1 }),
    "1.5.2",
    "delete the selected cluster when the job fails.",
  ],
  ["job-cluster", onSelected({ backoffLimit: 1 }), "1.6.0", "KubeRay 1.6 and later refuse that."],
  [
    "containers",
    job({ rayClusterSpec: headOf({ containers: [] }) }),
    "1.2.2",
    "the operator of KubeRay before 1.3 crash.",
  ],
  [
    "containers",
    job({ rayClusterSpec: headOf({ containers: [] }) }),
    "1.3.0",
    "KubeRay 1.3 and later refuse that.",
  ],
])("what comes of %s: row %#", (code, manifest, release, end) => {
  const found = judge(manifest, release).find((finding) => finding.code === code);
  expect(found?.message.endsWith(end), found?.message).toBe(true);
});

/** Laws of what a schedule has not, or has itself. */
const NOT_OF_THE_JOB = [
  "contradictory-status",
  "kueue",
  "lingering-cluster",
  "managed-elsewhere",
  "owner-name",
  "scheduling-labels",
];

test("a schedule breaks the laws of the job that it makes", () => {
  const jobs = [...ownerLawRows, ...warningLawRows].filter(
    ([code, { kind }]) => kind === "RayJob" && !NOT_OF_THE_JOB.includes(code),
  );
  expect(jobs.length).toBeGreaterThan(100);
  for (const [code, manifest] of jobs) {
    const scheduled = {
      ...manifest,
      kind: "RayCronJob",
      spec: { schedule: "@daily", jobTemplate: manifest.spec ?? {} },
    };
    for (const release of ["1.6.2", "1.7.0"]) {
      const expected = briefly(judge(manifest, release), code).map((text) =>
        text.replace(/ spec\b/, " spec.jobTemplate"),
      );
      expect(briefly(judge(scheduled, release), code), code).toEqual(expected);
    }
  }
});
