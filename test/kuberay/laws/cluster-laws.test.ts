import { expect, test } from "vitest";
import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { cluster } from "../../diff/manifests.ts";
import { mainReleasesFrom } from "../tested-releases.ts";
import { clusterLawRows } from "./cluster-law-rows.ts";
import { briefly, judge, judgeRow } from "./judge.ts";
import { withSpec, workers } from "./manifests.ts";

const auth = (authOptions: PlainObject, rayVersion = "2.55.0") =>
  withSpec({ authOptions, rayVersion });

test.each(
  clusterLawRows.map(([code, manifest, found], index) => ({ code, manifest, found, index })),
)("$code, row $index", ({ code, manifest, found }) => {
  for (const [target, expected] of Object.entries(found)) {
    const [release = "", gates] = target.split(" ");
    expect(briefly(judgeRow(manifest, release, gates), code), target).toEqual(expected);
  }
});

test("the plain cluster breaks no law of any release", () => {
  const old = cluster({ apiVersion: "ray.io/v1alpha1" });
  for (const release of ["0.4.0", "0.5.0", "0.6.0", "1.0.0", "1.6.2"])
    expect(judge(old, release)).toEqual([]);
  for (const release of [...mainReleasesFrom("1.0.0"), "1.8.0"]) {
    expect(judge(cluster(), release)).toEqual([]);
  }
});

test.each<readonly [string, PlainObject, string, string]>([
  [
    "token-authentication",
    auth({ mode: "token" }, "2.51.0"),
    "1.7.0",
    " KubeRay 1.5.1 and later refuse that.",
  ],
  [
    "cluster-name",
    cluster({ metadata: { name: "1a" } }),
    "1.7.0",
    " KubeRay 1.4 and later refuse that.",
  ],
  [
    "replica-bounds",
    workers({ minReplicas: -1 }),
    "1.7.0",
    "minReplicas (-1) is below 0. KubeRay 1.6 and later refuse that.",
  ],
  [
    "replica-bounds",
    workers({ minReplicas: 0, maxReplicas: -1 }),
    "1.7.0",
    "maxReplicas (-1) is below 0. KubeRay 1.6 and later refuse that.",
  ],
  [
    "tls-options",
    withSpec({ tlsOptions: {} }),
    "1.7.0",
    "RayClusterMTLS, which is off by default. The operator refuses that.",
  ],
  [
    "idle-field",
    withSpec({ autoscalerOptions: {} }),
    "1.7.0",
    "does nothing while autoscaling is off.",
  ],
])("what comes of %s: row %#", (code, manifest, release, end) => {
  const found = judge(manifest, release).find((finding) => finding.code === code);
  expect(found?.message.endsWith(end), found?.message).toBe(true);
});

test("a gate that is known is not called a default", () => {
  const [found] = judge(withSpec({ tlsOptions: {} }), "1.7.0", "RayClusterMTLS=false");
  expect(found?.message).toBe(
    "tlsOptions needs the feature gate RayClusterMTLS, which is off. The operator refuses that.",
  );
});
