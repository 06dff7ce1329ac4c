import { expect, test } from "vitest";
import { dataKeyProblem } from "../../src/api/identifiers/data-key.ts";
import { podFieldProblem } from "../../src/api/identifiers/pod-field.ts";
import { podResourceProblem } from "../../src/api/identifiers/pod-resource.ts";
import { rayResourceProblem } from "../../src/api/identifiers/ray-resource.ts";
import { redisWordProblem } from "../../src/api/identifiers/redis-word.ts";
import { startParameterProblem } from "../../src/api/identifiers/start-parameter.ts";
import { variableNameProblem } from "../../src/api/identifiers/variable-name.ts";
import {
  bareMountPath,
  mountPathProblem,
  subPathProblem,
} from "../../src/api/identifiers/volume-path.ts";

const DOTS = 'It must not be "." nor start with "..".';

/** What says why, texts that are right, and what is said of wrong ones. */
const rows: readonly (readonly [
  problem: (text: string) => string | undefined,
  right: readonly string[],
  wrong: Readonly<Record<string, string>>,
])[] = [
  [
    dataKeyProblem,
    ["a", ".a", "a..b", "A_b-1.c", "a".repeat(253)],
    {
      [`${"a".repeat(254)}`]: "It must be at most 253 characters long.",
      ".": DOTS,
      "..": DOTS,
      "..a": DOTS,
      "": 'It must have one or more letters, digits, "-", "_" and ".", and nothing else.',
      "a b": 'It must have one or more letters, digits, "-", "_" and ".", and nothing else.',
    },
  ],
  [
    variableNameProblem,
    ["a", ".a", "A_b-1.c", "a..b", "a".repeat(4096)],
    {
      [`${"a".repeat(4097)}`]: "It must be at most 4096 characters long.",
      ".": DOTS,
      "..a": DOTS,
      "1a": 'It may have only letters, digits, "_", "-" and ".", and must not start with a digit.',
    },
  ],
  [
    redisWordProblem,
    ["a", "!~", "a".repeat(1000)],
    {
      [`${"a".repeat(1001)}`]: "It must be at most 1000 characters long.",
      "": "It must be one word of letters, digits and punctuation.",
      "a b": "It must be one word of letters, digits and punctuation.",
    },
  ],
  [
    startParameterProblem,
    ["a", "num-cpus", "a1-2", "a".repeat(100)],
    {
      [`${"a".repeat(101)}`]: "It must be at most 100 characters long.",
      "a--b":
        "It may have only lower-case letters, digits and single dashes, and must start with a letter.",
    },
  ],
  [
    rayResourceProblem,
    ["a", "_a", "1", "a/b:c.d-e", "a".repeat(200)],
    {
      [`${"a".repeat(201)}`]: "It must be at most 200 characters long.",
      "-a": 'It may have only letters, digits, "_", "-", ".", ":" and "/", and must start with a letter, a digit or "_".',
    },
  ],
  [
    podFieldProblem,
    [
      ...["metadata.name", "spec.nodeName", "status.podIP", "status.hostIPs"],
      ...["metadata.labels['a/b']", "metadata.annotations['A.b/C']"],
    ],
    {
      "metadata.labels": "A variable cannot read it.",
      "spec.containers": "A variable cannot read it.",
      "metadata.labels['']": "It is empty.",
      "metadata.labels['A.b/C']":
        'The part before "/" may not contain "A"; use lower-case letters, digits, "." and "-".',
      "metadata.annotations['a b']":
        'It may not contain " "; use letters, capital or small, digits, ".", "_" and "-".',
    },
  ],
  [
    podResourceProblem,
    ["nvidia.com/gpu", "hugepages-2Mi"],
    {
      gpu: 'It must have a domain and "/" before its name, as nvidia.com/gpu has.',
      "hugepages-": "It must contain the page size, as in hugepages-2Mi and hugepages-1Gi.",
    },
  ],
  [
    mountPathProblem,
    ["/", "/a/../b", `/${"a".repeat(4095)}`],
    {
      "": 'It must start with "/".',
      "a/": 'It must start with "/".',
      "/a:b": 'It must not contain ":".',
      [`/${"a".repeat(4096)}`]: "It must be at most 4096 characters long.",
      "/a\u007f": "It must not contain control characters.",
    },
  ],
  [
    subPathProblem,
    ["a", "a/b", "..a", "a/b../c"],
    {
      "": "It must not be empty.",
      "/a": "It must be relative.",
      "a/../b": 'It must not contain "..".',
      "..": 'It must not contain "..".',
      "a\u0085": "It must not contain control characters.",
    },
  ],
];

test.each(rows)("%o says what is wrong", (problem, right, wrong) => {
  expect(right.map(problem)).toEqual(right.map(() => undefined));
  expect(Object.fromEntries(Object.keys(wrong).map((text) => [text, problem(text)]))).toEqual(
    wrong,
  );
});

test.each([
  ["/a/", "/a"],
  ["/a", "/a"],
  ["/", "/"],
  ["/a//", "/a/"],
])("the mount path %s is %s", (text, bare) => {
  expect(bareMountPath(text)).toBe(bare);
});
