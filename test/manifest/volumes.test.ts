import { expect, test } from "vitest";
import { isTakenVolumeName } from "../../src/manifest/volumes.ts";
import { clusterSpec } from "./cluster-manifest.ts";

const empty = (mount_path: string) => ({ mount_path, empty_dir: {} });

test.each([
  ["a claim by its name", [{ mount_path: "/a", claim: "models" }], ["models"]],
  ["dots and capitals", [empty("/Data.Lake/v1_2")], ["data-lake-v1-2"]],
  ["nothing that can be a name", [empty("/")], ["volume"]],
  [
    "one source twice",
    [
      { mount_path: "/a", claim: "m" },
      { mount_path: "/b", claim: "m", sub_path: "b" },
    ],
    ["m"],
  ],
  [
    "one name of several sources",
    [
      { mount_path: "/a", claim: "m" },
      { mount_path: "/b", secret: "m" },
      { mount_path: "/c", config_map: "m-2" },
      { mount_path: "/m", empty_dir: {} },
    ],
    ["m", "m-2", "m-2-2", "m-3"],
  ],
  [
    "KubeRay's own names",
    [
      { mount_path: "/a", claim: "shared-mem" },
      { mount_path: "/b", claim: "ray-logs" },
      { mount_path: "/c", claim: "ray-tls" },
      { mount_path: "/d", claim: "ray-token" },
      { mount_path: "/e", claim: "gcs-storage" },
    ],
    ["shared-mem-2", "ray-logs-2", "ray-tls-2", "ray-token-2", "gcs-storage-2"],
  ],
  [
    "a name that a later volume has",
    [
      { mount_path: "/a", claim: "data" },
      { mount_path: "/b", name: "data", empty_dir: {} },
    ],
    ["data-2", "data"],
  ],
  ["a name that is too long", [{ mount_path: "/a", claim: "a".repeat(200) }], ["a".repeat(56)]],
  ["a cut at a dash", [{ mount_path: "/a", claim: `${"a".repeat(55)}-b` }], ["a".repeat(55)]],
])("%s", (_what, volumes, names) => {
  const pod = podWith(volumes);
  expect((pod.volumes ?? []).slice(1).map(({ name }) => name)).toEqual(names);
  const mounts = (pod.containers[0].volumeMounts ?? []).slice(1);
  expect(mounts.map(({ mountPath }) => mountPath)).toEqual(volumes.map((one) => one.mount_path));
});

test("a volume of KubeRay's own name or ours is named by itself for no content", () => {
  const names = ["ray-logs", "gcs-storage", "shm", "models", ""];
  expect(names.filter(isTakenVolumeName)).toEqual(["ray-logs", "gcs-storage", "shm"]);
});

test("a volume of the user's at /tmp/ray takes the place of ours", () => {
  expect(podWith([empty("/tmp/ray")]).volumes).toEqual([{ name: "tmp-ray", emptyDir: {} }]);
});

test("a slash at the end of a mount path makes no second folder", () => {
  const { volumes, containers } = podWith([empty("/tmp/ray/")]);
  expect(volumes?.map(({ name }) => name)).toEqual(["tmp-ray"]);
  expect(containers[0].volumeMounts?.map(({ mountPath }) => mountPath)).toEqual(["/tmp/ray"]);
});

test("a thousand volumes of one name have names of their own", () => {
  const volumes = Array.from({ length: 1000 }, (_, index) => empty(`/a${"_".repeat(index)}`));
  const names = (podWith(volumes).volumes ?? []).map(({ name }) => name);
  expect(new Set(names).size).toBe(1001);
});

function podWith(volumes: readonly object[]) {
  const request: object = {
    name: "train",
    image: "ray:1",
    ray_version: "2.52.0",
    config: { head_node: { cpu: 4, memory_gb: 16, volumes } },
  };
  return clusterSpec(request).headGroupSpec.template.spec;
}
