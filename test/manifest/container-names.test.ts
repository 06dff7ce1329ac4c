import { expect, test } from "vitest";
import { compileOrThrow } from "../../src/compile-or-throw.ts";
import { clusterSpecOf } from "../../src/manifest/manifest.ts";

const node = (container_name?: string) => ({
  cpu: 2,
  memory_gb: 4,
  ...(container_name === undefined ? {} : { container_name }),
});
const group = (container_name?: string) => ({
  worker_nodes: node(container_name),
  min_workers: 1,
  max_workers: 1,
});
const runs = { entrypoint: "a", shutdown_after_finish: true, active_deadline_seconds: 60 };

function names(owner: object, head: string | undefined, ...workers: (string | undefined)[]) {
  const { manifest } = compileOrThrow({
    name: "train",
    image: "ray:1",
    ray_version: "2.52.0",
    config: { head_node: node(head), scaling_groups: workers.map(group) },
    ...owner,
  });
  const spec = clusterSpecOf(manifest);
  const templates = [spec?.headGroupSpec, ...(spec?.workerGroupSpecs ?? [])];
  return templates.map((of) => of?.template.spec.containers[0]?.name);
}

test.each<readonly [what: string, owner: object]>([
  ["RayCluster", {}],
  ["RayJob", { job: runs }],
  ["RayCronJob", { job: { ...runs, schedule: "0 3 * * *" } }],
  ["RayService", { service: { serve_config: { applications: [] } } }],
])("the Ray containers of a %s have the names of the request", (_, owner) => {
  expect(names(owner, "main", "work", undefined)).toEqual(["main", "work", "ray-worker"]);
  expect(names(owner, undefined, undefined, "work")).toEqual(["ray-head", "ray-worker", "work"]);
  expect(names(owner, "main")).toEqual(["main"]);
});

test("a job on a selected cluster has no container to name", () => {
  const selecting = { entrypoint: "a", cluster_selector: { "ray.io/cluster": "shared" } };
  expect(names({ job: selecting }, "main")).toEqual([undefined]);
});
