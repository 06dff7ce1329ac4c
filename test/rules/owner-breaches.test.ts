import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { ownerLaws } from "../../src/rules/owner-laws.ts";
import { findOwner, full, simple } from "./find.ts";
import { ownerLawVectors } from "./owner-vectors.ts";

test.each(ownerLawVectors)("%s in %j under %j: %j", (code, request, settings, places) => {
  expect(findOwner(code, request, settings)).toEqual(places);
});

test("the table breaks and keeps every law", () => {
  const kept = ownerLawVectors.filter(([, , , places]) => places.length === 0);
  const broken = ownerLawVectors.filter(([, , , places]) => places.length > 0);
  const isIn = (rows: typeof ownerLawVectors, code: string) => rows.some(([own]) => own === code);
  const codes = ownerLaws.map(({ code }) => code);
  expect(codes.filter((code) => !isIn(kept, code) || !isIn(broken, code))).toEqual([]);
});

test("what a user wrote stays as it is in a message", () => {
  const request = {
    job: { schedule: "backoffLimit", entrypoint: "a", shutdown_after_finish: true },
  };
  expect(findOwner("cron-job", request, {}, ({ message }) => message)[1]).toContain(
    '"backoffLimit" is not a valid schedule',
  );
});

const QUEUED = { "kueue.x-k8s.io/queue-name": "a" };

test.each<readonly [code: string, request: object]>([
  [
    "kueue",
    {
      ...full(
        {},
        Array.from({ length: 8 }, () => [1, 1, {}]),
      ),
      labels: QUEUED,
    },
  ],
  ["scheduling-labels", { ...simple(2), labels: { "ray.io/gang-scheduling-enabled": "no" } }],
  ["scheduling-labels", simple(2, {}, { annotations: { "gpu-fraction": "0.5" } })],
])("%s is a law of clusters, too", (code, request) => {
  const whole: unknown = { name: "train", image: "ray:1", ray_version: "2.52.0", ...request };
  const { diagnostics } = compile(whole);
  expect(diagnostics).toEqual([expect.objectContaining({ code, severity: "warning" })]);
});

const KAI_QUEUE = { "kai.scheduler/queue": "a" };
const FRACTION = { annotations: { "gpu-fraction": "0.5" } };
const inTemplate = { cluster_template: { metadata: { labels: KAI_QUEUE } } };
const forKai = { spec: { schedulerName: "kai-scheduler" } };

test.each<readonly [what: string, request: object, ray: object, found: number]>([
  ["a template for KAI", simple(2), { worker_pod_template: forKai }, 1],
  ["a queue beside it", { ...simple(2), labels: KAI_QUEUE }, { worker_pod_template: forKai }, 0],
  ["a queue in it", simple(2), { pod_template: { ...forKai, metadata: { labels: KAI_QUEUE } } }, 0],
  ["another scheduler", simple(2), { pod_template: { spec: { schedulerName: "volcano" } } }, 0],
  ["a queue in the cluster's template", { ...simple(2, {}, FRACTION), ...inTemplate }, {}, 0],
  [
    "a job, whose cluster has no such labels",
    { ...simple(2, {}, FRACTION), ...inTemplate, job: { entrypoint: "a" } },
    {},
    1,
  ],
])("what has no queue of KAI: %s", (_what, request, ray, found) => {
  const whole: unknown = { name: "train", image: "ray:1", ray_version: "2.52.0", ...request };
  const { diagnostics } = compile(whole, { ray: { request_pod_templates: true, ...ray } });
  expect(diagnostics.filter(({ code }) => code === "scheduling-labels")).toHaveLength(found);
});
