import fc from "fast-check";
import { expect, test } from "vitest";
import { addressRangeProblem } from "../../src/api/identifiers/address-range.ts";
import { dataKeyProblem } from "../../src/api/identifiers/data-key.ts";
import { podFieldProblem } from "../../src/api/identifiers/pod-field.ts";
import { hugePagesProblem } from "../../src/api/identifiers/pod-resource.ts";
import { portNameProblem } from "../../src/api/identifiers/port-name.ts";
import { rayResourceProblem } from "../../src/api/identifiers/ray-resource.ts";
import { redisWordProblem } from "../../src/api/identifiers/redis-word.ts";
import { startParameterProblem } from "../../src/api/identifiers/start-parameter.ts";
import { variableNameProblem } from "../../src/api/identifiers/variable-name.ts";
import { mountPathProblem, subPathProblem } from "../../src/api/identifiers/volume-path.ts";
import { versionProblem } from "../../src/kuberay/version.ts";
import { patterns } from "../../src/model/patterns.ts";
import { problems } from "../api/identifier-kinds.ts";
import { validatorOf } from "./validators.ts";

const checks = Object.freeze({
  ...problems,
  tolerationKey: (text: string) => (text === "" ? undefined : problems.labelKey(text)),
  version: versionProblem,
  variableName: variableNameProblem,
  dataKey: dataKeyProblem,
  podField: podFieldProblem,
  mountPath: mountPathProblem,
  subPath: subPathProblem,
  startParameter: startParameterProblem,
  rayResource: rayResourceProblem,
  redisWord: redisWordProblem,
  hugePages: hugePagesProblem,
  addressRange: addressRangeProblem,
  portName: portNameProblem,
});

const kinds = Object.keys(patterns) as readonly (keyof typeof patterns)[];

/** Pieces that names are made of, so that random ones come near to being right. */
const piece = fc.oneof(
  fc.constantFrom(..."aZ09-._/:@[]+ "),
  fc.constantFrom("kubernetes.io/", "requests.", "nvidia.com/gpu", "localhost", "//", "v2.9.3"),
  fc.constantFrom("hugepages-", "2Mi", "1Gi"),
  fc.constantFrom("10.0.0.0", "/8", "/33", "::", "fd00:", "1:2:3:4:5:6:", "255.256."),
  fc.constantFrom("[::1]", ":5000/", "sha256:", "0".repeat(64), "a".repeat(63), "b".repeat(62)),
  fc.constantFrom("status.podIP", "metadata.labels['", "']", "..", "\u007f", "'"),
  fc.constantFrom("\n", "\u00e9", "\u{1f600}", "\u2028"),
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));

test.each(kinds)("the pattern of %s accepts what the check accepts", (kind) => {
  const judge = validatorOf({ type: "string", ...patterns[kind] });
  let accepted = 0;
  fc.assert(
    fc.property(text, (name) => {
      // No pattern can say how long an image's path may be: host, tag and digest do not count.
      fc.pre(kind !== "imageReference" || name.length <= 247);
      const isAccepted = judge(name).length === 0;
      if (isAccepted) accepted++;
      expect(isAccepted, `${JSON.stringify(name)}: ${checks[kind](name)}`).toBe(
        checks[kind](name) === undefined,
      );
    }),
    {
      examples: [
        [""],
        ["a"],
        ["a/b"],
        ["/a"],
        ["2.9.3"],
        ["nvidia.com/gpu"],
        ["hugepages-2Mi"],
        ["hugepages-1Gi"],
        ["hugepages-9999Mi"],
        ["hugepages-02Mi"],
        ["h:1/a:b"],
        ["metadata.name"],
        ["num-cpus"],
        ["10.0.0.0/32"],
        ["10.0.0.0/33"],
        ["10.0.0.256/8"],
        ["010.0.0.1/08"],
        ["::/0"],
        ["::/128"],
        ["::/129"],
        ["1:2:3:4:5:6:7:8/64"],
        ["1:2:3:4:5:6:7::/64"],
        ["1:2:3:4::5:6:7:8/64"],
        ["::ffff:10.0.0.0/104"],
        ["1:2:3:4:5:6:10.0.0.0/104"],
        ["10.0.0.0::/104"],
        ["https"],
        ["443"],
      ],
    },
  );
  expect(accepted).toBeGreaterThan(0);
});

const lengths: readonly (readonly [keyof typeof patterns, string, boolean])[] = [
  ["labelKey", `${"a".repeat(253)}/${"b".repeat(63)}`, true],
  ["labelKey", `${"a".repeat(254)}/b`, false],
  ["labelKey", `a/${"b".repeat(64)}`, false],
  ["annotationKey", `${"A".repeat(253)}/b`, true],
  ["annotationKey", `${"A".repeat(254)}/b`, false],
  ["extendedResourceName", `${"a".repeat(244)}/b`, true],
  ["extendedResourceName", `${"a".repeat(245)}/b`, false],
  ["dns1123Subdomain", "a".repeat(253), true],
  ["dns1123Subdomain", "a".repeat(254), false],
  ["imageReference", `a:${"b".repeat(128)}`, true],
  ["imageReference", `a:${"b".repeat(129)}`, false],
  ["imageReference", `a@sha512:${"0".repeat(128)}`, true],
  ["version", "999999.0.0", true],
  ["version", "1000000.0.0", false],
];

test.each(lengths)("length %# of %s", (kind, name, isValid) => {
  expect(validatorOf({ type: "string", ...patterns[kind] })(name).length === 0).toBe(isValid);
  expect(checks[kind](name) === undefined).toBe(isValid);
});

test("no pattern needs more than a moment for a text of 20,000 characters", () => {
  for (const { pattern } of Object.values(patterns)) {
    const expression = new RegExp(pattern, "u");
    for (const unit of ["a", "a-", "a.", "a/", "-", "0", "a:", "["]) {
      expect(expression.test(`${unit.repeat(20_000)}!\u007f`)).toBe(false);
    }
  }
});
