import { expect, test } from "vitest";
import {
  optionsOrThrow,
  readingArgument,
  readOptions,
} from "../../src/diagnostics/read-options.ts";

interface Options {
  readonly text?: string;
  readonly strict?: boolean;
  readonly most?: number;
  readonly paint?: () => string;
  readonly names?: readonly string[];
  readonly texts?: ReadonlyMap<string, string>;
  readonly settings?: unknown;
}

function read(given: unknown) {
  return readOptions<Options>(given, {
    text: "text",
    strict: "switch",
    most: "number",
    paint: "function",
    names: "list",
    texts: "object",
    settings: "anything",
  });
}

const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
const { proxy: revokedList, revoke: revokeList } = Proxy.revocable([], {});
revokeList();

test.each<readonly [name: string, value: unknown]>([
  ["text", ""],
  ["strict", false],
  ["most", 0],
  ["most", -1.5],
  ["paint", () => ""],
  ["names", []],
  ["texts", new Map()],
  ["texts", {}],
  ["settings", 7],
])("%s can be %o", (name, value) => {
  expect(read({ [name]: value })).toEqual({ values: { [name]: value }, problems: [] });
});

test.each<readonly [name: string, value: unknown, message: string, hint: string]>([
  ["text", 7, "a string, but it is the number 7.", "a string"],
  ["strict", "true", 'true or false, but it is the string "true".', "true or false"],
  ["most", "7", 'a finite number, but it is the string "7".', "a finite number"],
  ["most", Number.NaN, "a finite number, but it is NaN.", "a finite number"],
  ["most", Infinity, "a finite number, but it is Infinity.", "a finite number"],
  ["paint", {}, "a function, but it is an object.", "a function"],
  ["names", "a", 'a list, but it is the string "a".', "a list"],
  ["names", { length: 1 }, "a list, but it is an object.", "a list"],
  ["texts", [], "an object, but it is a list.", "an object"],
  ["texts", "a", 'an object, but it is the string "a".', "an object"],
])("%s cannot be %o", (name, value, message, wanted) => {
  expect(read({ [name]: value })).toEqual({
    values: {},
    problems: [
      {
        option: name,
        message: `The option ${name} must be ${message}`,
        hint: `Pass ${wanted}, or leave ${name} out.`,
      },
    ],
  });
});

const ALL = "The options are text, strict, most, paint, names, texts, settings.";

test.each<readonly [given: unknown, problem: object]>([
  [
    7,
    {
      option: undefined,
      message: "The options must be an object, but they are the number 7.",
      hint: ALL,
    },
  ],
  [
    [],
    {
      option: undefined,
      message: "The options must be an object, but they are a list.",
      hint: ALL,
    },
  ],
  [
    { stict: 1 },
    { option: "stict", message: 'There is no option "stict".', hint: "Did you mean strict?" },
  ],
  [
    { elsewhere: 1 },
    { option: "elsewhere", message: 'There is no option "elsewhere".', hint: ALL },
  ],
])("%o are no options", (given, problem) => {
  expect(read(given)).toEqual({ values: {}, problems: [problem] });
});

test("a proxy that was revoked is nothing but what can be anything", () => {
  expect(read({ settings: revoked })).toMatchObject({ problems: [] });
  const told = read({ names: revokedList, texts: revoked }).problems.map(({ message }) => message);
  expect(told).toEqual([
    "The option names must be a list, but it is a proxy that was revoked.",
    "The option texts must be an object, but it is a proxy that was revoked.",
  ]);
  expect(read(revoked).problems).toEqual([
    {
      option: undefined,
      message: "The options could not be read: a getter or a proxy threw.",
      hint: "Pass a plain object.",
    },
  ]);
});

test("options may come from a prototype, and what is not known counts only where it is an own one", () => {
  const given = Object.create({ strict: true, elsewhere: 1 });
  expect(read(given)).toEqual({ values: { strict: true }, problems: [] });
});

test("a wrong value comes before an option that is not known", () => {
  const { problems } = read({ elsewhere: 1, text: 7 });
  expect(problems.map(({ option }) => option)).toEqual(["text", "elsewhere"]);
});

test("a function that throws names itself, and what comes of its options", () => {
  const kinds = { strict: "switch" } as const;
  const options = (given: unknown) => () =>
    optionsOrThrow<{ readonly strict?: boolean }>("render", given, kinds);
  expect(options({ strict: true })()).toEqual({ strict: true });
  expect(options({ strict: 1 })).toThrow(
    new TypeError(
      "render: The option strict must be true or false, but it is the number 1. Pass true or false, or leave strict out.",
    ),
  );
});

test("what a call throws of itself is thrown as it is, everything else names the argument", () => {
  const throwing = (cause: unknown) => () =>
    readingArgument("render", "plan", "a plan", () => {
      throw cause;
    });
  const own = new TypeError("render: The list is empty.");
  expect(throwing(own)).toThrow(own);
  const general = "render: plan must be a plan, but it is not.";
  for (const cause of [
    new TypeError("x is undefined"),
    new TypeError("it was called in render: "),
    new RangeError("render: too much"),
    "render: ",
  ]) {
    expect(throwing(cause)).toThrow(expect.objectContaining({ message: general, cause }));
  }
  expect(readingArgument("render", "plan", "a plan", () => 7)).toBe(7);
});
