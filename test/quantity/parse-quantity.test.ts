import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalQuantity } from "../../src/quantity/canonical-quantity.ts";
import { parseQuantity } from "../../src/quantity/parse-quantity.ts";
import { sameQuantity } from "../../src/quantity/same-quantity.ts";
import { anyCharacter } from "../any-character.ts";

test.each([
  ["0", "0"],
  ["0.0", "0"],
  ["-0", "0"],
  ["0Gi", "0"],
  ["0e99", "0"],
  ["1", "1"],
  ["+1", "1"],
  ["-1", "-1"],
  ["01", "1"],
  ["5.", "5"],
  [".5", "500m"],
  ["1.500", "1500m"],
  ["-1.5", "-1500m"],
  ["2000m", "2"],
  ["2500m", "2500m"],
  ["0.1m", "100u"],
  ["1000n", "1u"],
  ["1000", "1k"],
  ["1024", "1024"],
  ["1000M", "1G"],
  ["0.1G", "100M"],
  ["1T", "1T"],
  ["1P", "1P"],
  ["1E", "1E"],
  ["999E", "999E"],
  ["9223372036854775808", "9223372036854775808"],
  ["1e3", "1e3"],
  ["1E3", "1e3"],
  ["12e6", "12e6"],
  ["1e+1", "10"],
  ["1.5e-3", "1500e-6"],
  ["7e0", "7"],
  ["1e-9", "1e-9"],
  ["4096Mi", "4Gi"],
  ["1Ki", "1Ki"],
  ["-1Ki", "-1Ki"],
  ["1023Ki", "1023Ki"],
  ["1024Ki", "1Mi"],
  ["1025Gi", "1025Gi"],
  ["1024Ti", "1Pi"],
  ["1.5Gi", "1536Mi"],
  [".5Gi", "512Mi"],
  ["+1Gi", "1Gi"],
  ["-2048Mi", "-2Gi"],
  ["0.5Ki", "512"],
  ["1.7Gi", "1825361100800m"],
  ["0.0001Gi", "107374182400u"],
  ["1.953125Ki", "2000"],
  ["0.9765625Ki", "1k"],
  ["-0.9765625Ki", "-1k"],
  ["1Ei", "1Ei"],
])("%s is %s in canonical form", (text, canonical) => {
  expect(canonicalOf(text)).toBe(canonical);
});

test.each([
  ["0.0000000001", 1n],
  ["-0.0000000001", -1n],
  ["1.0000000001", 1_000_000_001n],
  ["0.1n", 1n],
  ["1e-100", 1n],
  ["0.0000000000000001Ki", 1n],
])("%s is rounded away from zero to %d nanos", (text, nanos) => {
  expect(parseQuantity(text)?.nanos).toBe(nanos);
});

test.each(["8Ei", "9.5Ei", "1000000Ei", "99999999999999999999Ki"])(
  "%s is cut to 2^63-1",
  (text) => {
    expect(canonicalOf(text)).toBe("9223372036854775807");
    expect(canonicalOf(`-${text}`)).toBe("-9223372036854775807");
  },
);

test.each([
  ["nothing", ""],
  ["a bare dot", "."],
  ["a bare sign", "-"],
  ["a bare decimal suffix", "m"],
  ["a bare binary suffix", "Gi"],
  ["a dot with a suffix", ".k"],
  ["a space before", " 1"],
  ["a space behind", "1 "],
  ["a line break behind", "1\n"],
  ["a space within", "1 Gi"],
  ["a capital K", "1K"],
  ["a capital KI", "1KI"],
  ["a small ki", "1ki"],
  ["a small gi", "1gi"],
  ["a small mi", "0.1mi"],
  ["a suffix of bytes", "1GB"],
  ["a binary suffix of bytes", "1Gib"],
  ["a micro sign", "1\u00b5"],
  ["half a suffix", "1i"],
  ["two suffixes", "1kk"],
  ["two small suffixes", "1000mm"],
  ["two signs", "--1"],
  ["a sign behind", "1-"],
  ["a comma", "1,5"],
  ["two dots", "1.5.2"],
  ["an exponent without digits", "1e"],
  ["an exponent with a sign only", "1e+"],
  ["a fractional exponent", "1e1.5"],
  ["an exponent and a suffix", "1e3Ki"],
  ["an underscore", "1_000"],
  ["a hexadecimal", "0x10"],
  ["NaN", "NaN"],
  ["an infinity", "Infinity"],
  ["an Arabic digit", "\u0661"],
  ["a fullwidth digit", "\uff11"],
  ["what Kubernetes would print as 1", "1000E"],
  ["a decimal without end", "1e21"],
  ["a huge exponent", "1e101"],
  ["an exponent that nothing can hold", "1e99999999999999999999"],
  ["an exponent below -100", "1e-101"],
  ["a tiny exponent", "1e-999999999"],
  ["sixty-five characters", "1".padStart(65, "0")],
])("%s is no quantity", (_name, text) => {
  expect(parseQuantity(text)).toBeUndefined();
});

test("sixty-four characters are a quantity", () => {
  expect(parseQuantity("1".padStart(64, "0"))).toEqual({ nanos: 10n ** 9n, format: "decimal" });
});

test("a megabyte of digits is no quantity", () => {
  expect(parseQuantity("1".repeat(1_000_000))).toBeUndefined();
  expect(parseQuantity(`0.${"0".repeat(1_000_000)}1`)).toBeUndefined();
});

test("arbitrary text is a quantity or nothing, and never a crash", () => {
  const characters = fc.constantFrom(..."0123456789.+-eEnumkKMGTPi \n_");
  const texts = fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: characters }));
  fc.assert(
    fc.property(texts, (text) => {
      const quantity = parseQuantity(text);
      if (quantity === undefined) return;
      expect(text).toMatch(/^[-+]?[0-9.]+[a-zA-Z0-9+-]*$/);
      expect(parseQuantity(canonicalQuantity(quantity))?.nanos).toBe(quantity.nanos);
    }),
  );
});

test("a decimal has its value", () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.nat(999_999_999), (whole, nanos) => {
      const text = `${whole}.${String(nanos).padStart(9, "0")}`;
      expect(parseQuantity(text)?.nanos).toBe(BigInt(whole) * 10n ** 9n + BigInt(nanos));
    }),
  );
});

test("the canonical form keeps the value and is its own canonical form", () => {
  const suffixes = fc.constantFrom("n", "u", "m", "", "k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti");
  const exponents = fc.integer({ min: -9, max: 9 }).map((exponent) => `e${exponent}`);
  const numbers = fc
    .tuple(
      fc.integer({ min: -99_999, max: 99_999 }),
      fc.constantFrom("", "000", "024", ".5", ".125"),
    )
    .map(([whole, rest]) => `${whole}${rest}`);
  fc.assert(
    fc.property(numbers, fc.oneof(suffixes, exponents), (number, suffix) => {
      const quantity = parseQuantity(`${number}${suffix}`);
      if (quantity === undefined) expect.fail(`${number}${suffix} should be a quantity`);
      const canonical = canonicalQuantity(quantity);
      expect(parseQuantity(canonical)?.nanos).toBe(quantity.nanos);
      // A binary quantity that ends up without its suffix is read again as a decimal one.
      if (quantity.format === "binary" && !canonical.endsWith("i")) return;
      expect(canonicalOf(canonical)).toBe(canonical);
    }),
  );
});

test.each([
  ["1Gi", "1073741824", true],
  ["1Gi", "1024Mi", true],
  ["1", "1000m", true],
  ["1k", "1e3", true],
  ["-0", "0Ki", true],
  ["1", "1.0000000001", false],
  ["1G", "1Gi", false],
  ["1", "-1", false],
])("%s and %s: the same amount is %s", (left, right, same) => {
  const quantities = [parseQuantity(left), parseQuantity(right)];
  if (quantities[0] === undefined || quantities[1] === undefined) expect.fail("no quantities");
  expect(sameQuantity(quantities[0], quantities[1])).toBe(same);
});

function canonicalOf(text: string): string | undefined {
  const quantity = parseQuantity(text);
  return quantity && canonicalQuantity(quantity);
}
