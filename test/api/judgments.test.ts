import { expect, test } from "vitest";
import type { Limits, ScalarKind } from "../../src/api/api-type.ts";
import { judgeLength } from "../../src/api/judge-list.ts";
import { judgeScalar } from "../../src/api/judge-scalar.ts";
import { judgeWrongType } from "../../src/api/judge-wrong-type.ts";
import type { PlainData } from "../../src/diagnostics/plain-data.ts";
import { expectOfEach } from "../expect-of-each.ts";

const AT_MOST_THREE = "Write a value that is at most 3.";
const PATTERN = "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$";
const AMOUNT = "Write an amount, such as 2, 500m or 16Gi.";

/** A value, what it must be, and the message and hint for it. */
const scalars: readonly (readonly [
  value: PlainData,
  kind: ScalarKind,
  limits: Limits | undefined,
  message?: string,
  hint?: string,
])[] = [
  [2, "integer", undefined],
  [
    2.5,
    "integer",
    undefined,
    "a must be a whole number, but it is the number 2.5.",
    "Write a whole number.",
  ],
  [1e30, "number", undefined],
  [1e30, "integer", undefined],
  [
    1e19,
    "int64",
    undefined,
    "a must fit into 64 bits, but it is the number 10000000000000000000.",
    "Write a number from -9223372036854776000 to 9223372036854776000.",
  ],
  [
    1,
    "date-time",
    undefined,
    "a must be a string, but it is the number 1.",
    "Put the value in quotes, so that YAML keeps it as a string.",
  ],
  [
    0,
    "int32",
    { minimum: 1 },
    "a must be at least 1, but it is the number 0.",
    "Write a value that is at least 1.",
  ],
  [4, "int32", { maximum: 3 }, "a must be at most 3, but it is the number 4.", AT_MOST_THREE],
  // Limits of numbers are for numbers, those of texts for texts.
  ["0", "int-or-string", { minimum: 1 }],
  [1, "int-or-string", { pattern: PATTERN }],
  [1, "int-or-string", { minLength: 2, maxLength: 0 }],
  [
    "a",
    "string",
    { minLength: 2 },
    'a must be at least 2 characters long, but it is the string "a".',
    "Write a value that is at least 2 characters long.",
  ],
  [
    "abc",
    "string",
    { maxLength: 2 },
    'a must be at most 2 characters long, but it is the string "abc".',
    "Write a value that is at most 2 characters long.",
  ],
  ["ab", "string", { maxLength: 2 }],
  ["\u{1f600}\u{1f600}", "string", { maxLength: 2 }],
  ["a_", "string", { pattern: PATTERN }],
  ["a,b", "string", { pattern: PATTERN }],
  [
    "1",
    "string",
    { pattern: PATTERN },
    `a must match ${PATTERN}, but it is the string "1".`,
    "Write a value that matches.",
  ],
  ["b", "string", { enum: ["a"] }, 'a must be a, but it is the string "b".', "Write a."],
  ["", "quantity", undefined, 'a must be an amount, but it is the string "".', AMOUNT],
];

test("what is said of a scalar", () => {
  expectOfEach(
    scalars,
    (row) => JSON.stringify(row),
    ([value, kind, limits, message, hint]) => {
      const judgment = judgeScalar(value, kind, limits, () => "a", ["a"]);
      expect(judgment?.message).toBe(message);
      expect(judgment?.hint).toBe(hint);
      const isKnown = [
        "api-value-not-allowed",
        "api-wrong-type",
        "api-invalid-quantity",
        undefined,
      ];
      expect(isKnown).toContain(judgment?.code);
    },
  );
});

test("what is said of the length of a list", () => {
  const said = (length: number, least: number, most: number) => {
    const { message, hint } = judgeLength("a", length, least, most);
    return `${message} ${hint}`;
  };
  expect(said(0, 1, 9)).toBe(
    "a must have at least 1 item, but it has none. Add one, or leave the field out.",
  );
  expect(said(1, 2, 9)).toBe(
    "a must have at least 2 items, but it has 1. Add one, or leave the field out.",
  );
  expect(said(2, 0, 1)).toBe("a must have at most 1 item, but it has 2. Remove some.");
});

test("what is no date is told to be no string", () => {
  expect(judgeWrongType({}, "date-time", "a", ["a"])).toMatchObject({
    message: "a must be a string, but it is an object.",
    hint: "Write a string.",
  });
});

test("what the API server stores is told from what it refuses, up to a length", () => {
  const hint = (digits: number) =>
    judgeScalar(`1e1.${"0".repeat(digits)}`, "quantity", undefined, () => "a", ["a"])?.hint;
  expect(hint(96)).toBe("Write the exponent as a whole number.");
  expect(hint(97)).toBe(AMOUNT);
});
