import fc from "fast-check";
import { expect, test } from "vitest";
import { closestName, didYouMean } from "../../src/diagnostics/suggest.ts";
import { anyCharacter } from "../any-character.ts";

const request = ["name", "namespace", "image", "ray_version", "config", "labels", "annotations"];
const group = ["worker_nodes", "min_workers", "max_workers"];
const node = ["cpu", "memory_gb", "gpu_count"];
const ray = ["enabled", "supports_gpus", "gpu_labels", "non_gpu_labels", "gpu_tolerations"];
const effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

const table: readonly (readonly [string, readonly string[], string | undefined])[] = [
  ["lables", request, "labels"],
  ["label", request, "labels"],
  ["nmae", request, "name"],
  ["Name", request, "name"],
  ["name_space", request, "namespace"],
  ["rayVersion", request, "ray_version"],
  ["ray-version", request, "ray_version"],
  ["imgae", request, "image"],
  ["annotation", request, "annotations"],
  ["min_worker", group, "min_workers"],
  ["minWorkers", group, "min_workers"],
  ["maxworkers", group, "max_workers"],
  ["worker_node", group, "worker_nodes"],
  ["memory", node, "memory_gb"],
  ["gpus", node, undefined],
  ["cpus", node, "cpu"],
  ["memory_mb", node, "memory_gb"],
  ["support_gpus", ray, "supports_gpus"],
  ["gpu_lables", ray, "gpu_labels"],
  ["noschedule", effects, "NoSchedule"],
  ["NoShedule", effects, "NoSchedule"],
  ["autoscaler", ray, undefined],
  ["", request, undefined],
  ["___", request, undefined],
  ["x", request, undefined],
  ["name", [], undefined],
  ["__proto__", request, undefined],
  ["constructor", request, undefined],
  ["n".repeat(100), ["n".repeat(100)], "n".repeat(100)],
  ["n".repeat(101), ["n".repeat(101)], undefined],
  // Of three letters the first one counts, of four it may be wrong.
  ["gpu", ["cpu"], undefined],
  ["cpo", ["cpu"], "cpu"],
  ["gpux", ["cpux"], "cpux"],
  // A letter that only comes twice has changed no places.
  ["abcd", ["bxcd"], undefined],
  ["abcd", ["xacd"], undefined],
  ["abcd", ["bacd"], "bacd"],
];

test.each(table)("%j among %j means %j", (name, known, meant) => {
  expect(closestName(name, known)).toBe(meant);
  expect(didYouMean(name, known)).toBe(meant === undefined ? undefined : `Did you mean ${meant}?`);
});

const word = fc.stringMatching(/^[a-z_]{4,20}$/).filter((text) => /[a-z]{4}/.test(text));

test("a name that is known means itself", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, selector: folded }),
      fc.nat(),
      (known, index) => {
        const name = known[index % known.length] ?? "";
        expect(closestName(name, known)).toBe(name);
      },
    ),
  );
});

test("two letters that changed places are found again", () => {
  fc.assert(
    fc.property(word, fc.nat(), (name, random) => {
      const index = random % (name.length - 1);
      const swapped =
        name.slice(0, index) + name.charAt(index + 1) + name.charAt(index) + name.slice(index + 2);
      expect(closestName(swapped, [name])).toBe(name);
    }),
  );
});

test("whatever is asked, the answer is a known name or none", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), fc.array(fc.string()), (name, known) => {
      const closest = closestName(name, known);
      if (closest !== undefined) expect(known).toContain(closest);
    }),
  );
});

function folded(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, "");
}
