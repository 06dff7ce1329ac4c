import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";

const request = {
  name: "train",
  image: "rayproject/ray:2.52.0",
  ray_version: "2.52.0",
  config: { n_nodes: 3, node_config: { cpu: 4, memory_gb: 16, gpu_count: 1 } },
};

function template(role: "head" | "worker", container: object) {
  return { spec: { containers: [{ name: `ray-${role}`, ...container }] } };
}

/** Codes and places of what is said of a request whose head or workers have a template of their own. */
function said(role: "head" | "worker", container: object): readonly string[] {
  const gpus = { supports_gpus: true, gpu_resource_request_key: "nvidia.com/gpu" };
  const ray = { ...gpus, [`${role}_pod_template`]: template(role, container) };
  return compile(request, { ray }).diagnostics.map(({ code, document, pointer }) =>
    [code, document, pointer].join(" "),
  );
}

test.each(["head", "worker"] as const)("the image of the %s's template is looked at", (role) => {
  const place = `settings /ray/${role}_pod_template/spec/containers/0/image`;
  expect(said(role, { image: "rayproject/ray:2.52.0" })).toEqual([]);
  expect(said(role, { image: "rayproject/ray:2.9.0" })).toEqual([`image-ray-version ${place}`]);
});

test.each(["head", "worker"] as const)("variables of the %s's template are looked at", (role) => {
  const place = `settings /ray/${role}_pod_template/spec/containers/0/env/0`;
  const env = [{ name: "NVIDIA_VISIBLE_DEVICES", value: "all" }];
  expect(said(role, { env })).toEqual([`device-variable ${place}`]);
});
