import fc from "fast-check";
import { expect, test } from "vitest";
import type { Toleration } from "../../src/api/identifiers/toleration.ts";
import { tolerationProblems } from "../../src/api/identifiers/toleration.ts";
import { anyCharacter } from "../any-character.ts";

test.each<Toleration>([
  { operator: "Exists" },
  { operator: "Exists", effect: "NoSchedule" },
  { key: null, operator: "Exists", value: null, effect: null, tolerationSeconds: null },
  { key: "", operator: "Exists", value: "", effect: "" },
  { key: "a" },
  { key: "a", operator: "" },
  { key: "a", operator: null, value: "b" },
  { key: "a", operator: "Equal", value: "b", effect: "PreferNoSchedule" },
  { key: "a", operator: "Equal", value: "" },
  { key: "nvidia.com/gpu", value: "true", operator: "Equal", effect: "NoSchedule" },
  { key: "a", operator: "Exists", effect: "NoExecute", tolerationSeconds: 300 },
  { key: "a", operator: "Exists", effect: "NoExecute", tolerationSeconds: 0 },
  { key: "a", effect: "NoExecute", tolerationSeconds: -1 },
])("%j is valid", (toleration) => {
  expect(tolerationProblems(toleration)).toEqual([]);
});

test.each<readonly [Toleration, readonly (keyof Toleration | undefined)[]]>([
  [{}, [undefined]],
  [{ key: "" }, [undefined]],
  [{ effect: "NoSchedule" }, [undefined]],
  [{ operator: "Equal", value: "b" }, [undefined]],
  [{ operator: "exists" }, ["operator"]],
  [{ key: "a/b/c", operator: "Exists" }, ["key"]],
  [{ key: " ", operator: "Exists" }, ["key"]],
  [{ key: "a", operator: "exists" }, ["operator"]],
  [{ key: "a", operator: "In", value: "b" }, ["operator"]],
  [{ key: "a", operator: "Gt", value: "1" }, ["operator"]],
  [{ key: "a", operator: "__proto__" }, ["operator"]],
  [{ key: "a", operator: "Exists", value: "b" }, ["value"]],
  [{ key: "a", value: "b c" }, ["value"]],
  [{ key: "a", value: "a".repeat(64) }, ["value"]],
  [{ key: "a", effect: "noschedule" }, ["effect"]],
  [{ key: "a", effect: "toString" }, ["effect"]],
  [{ key: "a", operator: "Exists", tolerationSeconds: 5 }, ["tolerationSeconds"]],
  [{ key: "a", effect: "NoSchedule", tolerationSeconds: 0 }, ["tolerationSeconds"]],
  [{ key: "a", effect: "noexecute", tolerationSeconds: 5 }, ["effect"]],
  [
    { key: "-", operator: "is", value: "b c", effect: "All", tolerationSeconds: 1 },
    ["key", "operator", "value", "effect"],
  ],
])("%j is at fault in %j", (toleration, fields) => {
  expect(tolerationProblems(toleration).map((problem) => problem.field)).toEqual(fields);
});

test.each<readonly [Toleration, string, string]>([
  [
    { effect: "NoSchedule" },
    "It has no key, so its operator must be Exists.",
    "Name the key of a taint, or set operator to Exists to tolerate every taint.",
  ],
  [{ key: "a", operator: "exists" }, "It must be Equal or Exists.", "Did you mean Exists?"],
  [{ key: "a", operator: "equals" }, "It must be Equal or Exists.", "Did you mean Equal?"],
  [
    { key: "a", operator: "In" },
    "It must be Equal or Exists.",
    "Use Equal with a value, or Exists without.",
  ],
  [
    { key: "a", effect: "All" },
    "It must be NoSchedule, PreferNoSchedule or NoExecute.",
    "Use one of them, or remove effect to tolerate all.",
  ],
  [
    { key: "a/b/c" },
    'It may contain "/" only once.',
    "Use the key of a taint, such as nvidia.com/gpu.",
  ],
  [
    { key: "a", value: "b-" },
    "It must end with a letter or a digit.",
    "Use the value of the taint, or remove it and set operator to Exists.",
  ],
  [
    { key: "a", effect: "noschedule" },
    "It must be NoSchedule, PreferNoSchedule or NoExecute.",
    "Did you mean NoSchedule?",
  ],
  [
    { key: "a", effect: "no-execute" },
    "It must be NoSchedule, PreferNoSchedule or NoExecute.",
    "Did you mean NoExecute?",
  ],
  [
    { key: "a", operator: "Exists", value: "true" },
    "It must be empty when the operator is Exists.",
    "Remove value, or set operator to Equal.",
  ],
  [
    { key: "a", tolerationSeconds: 60 },
    "It may be set only when the effect is NoExecute.",
    "Set effect to NoExecute, or remove tolerationSeconds.",
  ],
])("what is said of %j", (toleration, problem, hint) => {
  expect(tolerationProblems(toleration)).toMatchObject([{ problem, hint }]);
});

test("arbitrary fields are valid or explained in printable sentences", () => {
  const text = (...usual: readonly string[]) =>
    fc.option(fc.oneof(fc.constantFrom("", ...usual), fc.string({ unit: anyCharacter })));
  const tolerations = fc.record({
    key: text("a", "nvidia.com/gpu"),
    operator: text("Equal", "Exists"),
    value: text("b"),
    effect: text("NoSchedule", "NoExecute"),
    tolerationSeconds: fc.option(fc.maxSafeInteger()),
  });
  fc.assert(
    fc.property(tolerations, (toleration) => {
      for (const { problem, hint } of tolerationProblems(toleration)) {
        expect(problem).toMatch(/^(It|The) .*\.$/);
        expect(hint).toMatch(/^[A-Z].*[.?]$/);
        expect(problem + hint).not.toMatch(
          /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u,
        );
      }
    }),
  );
});
