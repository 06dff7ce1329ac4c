import { expect, test } from "vitest";
import { validateManifests } from "../../src/validate/validate-manifests.ts";

test("at most five kinds of GPU are told", () => {
  const keys = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.com/gpu`);
  const limits = Object.fromEntries(keys.map((key) => [key, 1]));
  const template = {
    spec: { containers: [{ name: "ray", image: "ray:1", resources: { limits } }] },
  };
  const manifest = {
    apiVersion: "ray.io/v1",
    kind: "RayCluster",
    metadata: { name: "train" },
    spec: { headGroupSpec: { rayStartParams: {}, template } },
  };
  const { diagnostics } = validateManifests(manifest, { kuberayVersion: "1.7.0" });
  const told = diagnostics.filter(({ code }) => code === "several-gpu-keys");
  expect(told.map(({ message }) => message)).toEqual([
    "The head group asks for several kinds of GPU (a.com/gpu, b.com/gpu, c.com/gpu, d.com/gpu, e.com/gpu), but Ray learns of only one.",
  ]);
});
