import fc from "fast-check";
import { test } from "vitest";
import { compile } from "../../src/compile.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { anyCharacter } from "../any-character.ts";
import { expectOrder } from "./expect-order.ts";

const request = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: {
    head_node: { cpu: 4, memory_gb: 16, gpu_count: 0 },
    scaling_groups: [{ worker_nodes: { cpu: 4, memory_gb: 16 }, min_workers: 1, max_workers: 3 }],
    autoscaler_config: { cpu: 1, memory_gb: 2 },
  },
  labels: { team: "vision" },
};

const signs = fc.constantFrom(...[..."[]{}:,-?&*!|>'\"%@`#~ \n\t\ra1"]);

test("no text is trouble", () => {
  const text = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 200 }),
    fc.string({ unit: signs, maxLength: 200 }),
    fc.json({ stringUnit: anyCharacter }),
  );
  fc.assert(
    fc.property(text, text, (left, right) => {
      expectOrder(
        compile({ file: "request.yaml", text: left }, { file: "values.yaml", text: right }),
      );
    }),
  );
});

test.each([
  ["request.json", JSON.stringify(request, null, 2)],
  ["request.yaml", printYaml(request)],
])("no damage to a sound %s is trouble", (file, sound) => {
  const damage = fc.tuple(
    fc.nat(sound.length),
    fc.nat(20),
    fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 10 }),
      fc.string({ unit: signs, maxLength: 5 }),
    ),
  );
  fc.assert(
    fc.property(damage, ([start, removed, added]) => {
      const text = sound.slice(0, start) + added + sound.slice(start + removed);
      expectOrder(compile({ file, text }));
    }),
  );
});
