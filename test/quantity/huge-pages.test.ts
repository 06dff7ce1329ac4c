import { expect, test } from "vitest";
import { hugePageMebibytes } from "../../src/quantity/huge-pages.ts";

test.each([
  ["hugepages-2Mi", 2],
  ["hugepages-512Mi", 512],
  ["hugepages-1Gi", 1024],
  ["hugepages-16Gi", 16_384],
  ["hugepages-0Mi", undefined],
  ["hugepages-2Ki", undefined],
  ["hugepages-2Mi.example.com", undefined],
  ["memory", undefined],
])("a page of %s has %s MiB", (resource, mebibytes) => {
  expect(hugePageMebibytes(resource)).toBe(mebibytes);
});
