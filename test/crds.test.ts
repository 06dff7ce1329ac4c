import fc from "fast-check";
import { expect } from "vitest";
import { compile } from "../src/compile.ts";
import { byTurns } from "./by-turns.ts";
import { checkFixtures } from "./crds/check-fixtures.ts";
import { crdFolder, crdReleases } from "./crds/crd-files.ts";
import { releaseChecker } from "./crds/release-checker.ts";
import { targetRelease } from "./crds/target-release.ts";
import { cases } from "./golden/cases.ts";
import { compiledCase } from "./golden/compiled-case.ts";
import { needs } from "./needs.ts";
import { mutated, replaceAt } from "./schemas/mutated.ts";
import { fullRequest, richRequest, settings, simpleRequest } from "./schemas/sample-documents.ts";

const crds = needs(crdFolder);
const MINUTE = 60_000;

const valid = await cases("valid");

crds.test.each(crdReleases)(
  `KubeRay %s takes valid fixtures that are compiled for it${crds.skipped}`,
  (release) => {
    const some = byTurns(valid, 5, crdReleases.indexOf(release));
    expect(checkFixtures(some, release, releaseChecker(release))).toEqual([]);
  },
  MINUTE,
);

crds.test(
  `the release that a valid fixture names takes it${crds.skipped}`,
  () => {
    for (const entry of valid) {
      const result = compiledCase(entry);
      const check = releaseChecker(targetRelease(entry.settings));
      expect(result.ok && check(result.manifest), entry.name).toEqual([]);
    }
  },
  MINUTE,
);

crds.test(
  `the target release takes whatever compiles${crds.skipped}`,
  () => {
    const inputs = fc.oneof(
      fc.tuple(mutated(simpleRequest), fc.constant(settings)),
      fc.tuple(mutated(fullRequest), fc.constant(settings)),
      fc.tuple(mutated(richRequest), fc.constant(settings)),
      fc.tuple(mutated(jobRequest), fc.constant(settings)),
      fc.tuple(mutated(serviceRequest), fc.constant(settings)),
      fc.tuple(fc.constant(fullRequest), mutated(settings)),
    );
    let compiled = 0;
    fc.assert(
      fc.property(inputs, fc.constantFrom(...crdReleases), ([request, values], release) => {
        const result = compile(request, values, { kuberayVersion: release });
        if (!result.ok) return;
        compiled++;
        expect(releaseChecker(release)(result.manifest)).toEqual([]);
      }),
      { examples: [[[simpleRequest, settings], "1.7.0"]] },
    );
    expect(compiled).toBeGreaterThan(0);
  },
  MINUTE,
);

const jobRequest = {
  name: "train",
  image: "train:1",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 2, memory_gb: 8 } },
  job: {
    entrypoint: "python train.py",
    runtime_env: { pip: ["torch"] },
    submitter: { cpu: 1, retries: 3 },
    shutdown_after_finish: true,
    ttl_seconds_after_finished: 60,
    metadata: { team: "ml" },
    entrypoint_resources: { slot: 1 },
  },
};
const serviceRequest = {
  ...jobRequest,
  job: null,
  service: { serve_config: { applications: [] }, upgrade: { type: "None" } },
};

const group = ["spec", "workerGroupSpecs", 0] as const;
const container = ["spec", "headGroupSpec", "template", "spec", "containers", 0] as const;
const port = { name: "other", containerPort: 6379 };

crds.test.each([
  ["an unknown field of the spec", ["spec", "stray"], 1, "additional properties"],
  ["a field of a later release", [...group, "priority"], 1, "additional properties"],
  ["an unknown field deep inside", [...container, "lifecycle", "preStop", "tcp"], {}, "additional"],
  ["an unknown field of the metadata", ["metadata", "uid"], "a", "additional properties"],
  ["a number as text", [...group, "minReplicas"], "1", "must be integer"],
  ["a number beyond int32", [...group, "maxReplicas"], 2 ** 31, "int32"],
  ["a number among the parameters", [...group, "rayStartParams"], { "num-gpus": 0 }, "be string"],
  ["a missing template", [...group, "template"], undefined, "required property 'template'"],
  ["a missing group name", [...group, "groupName"], undefined, "required property 'groupName'"],
  ["a fraction as a quantity", [...container, "resources", "limits", "cpu"], 1.5, "be integer"],
  ["no quantity at all", [...container, "resources", "limits", "cpu"], "2 CPUs", "must match"],
  [
    "a duplicate port",
    [...container, "ports"],
    [port, { ...port, protocol: "TCP" }],
    "listMapKeys",
  ],
  ["a port that is null", [...container, "ports"], null, "must be array"],
  ["an API version yet to come", ["apiVersion"], "ray.io/v2", "no matches"],
])(
  `the checker refuses %s${crds.skipped}`,
  (_what, path, value, mistake) => {
    const result = compile(simpleRequest, settings, { kuberayVersion: "1.5.2" });
    const manifest = result.ok ? result.manifest : undefined;
    const check = releaseChecker("1.5.2");
    expect(check(manifest)).toEqual([]);
    expect(check(replaceAt(manifest, path, () => value)).join("\n")).toContain(mistake);
  },
  MINUTE,
);

crds.test(
  `KubeRay 0.4 refuses what later releases may leave out${crds.skipped}`,
  () => {
    const result = compile(simpleRequest, settings, { kuberayVersion: "0.4.0" });
    const manifest = result.ok ? result.manifest : undefined;
    const check = releaseChecker("0.4.0");
    expect(check(manifest)).toEqual([]);
    for (const path of [
      ["spec", "headGroupSpec", "serviceType"],
      ["spec", "headGroupSpec", "rayStartParams"],
      [...group, "replicas"],
    ]) {
      expect(check(replaceAt(manifest, path, () => undefined)), path.join(".")).toHaveLength(1);
    }
  },
  MINUTE,
);
