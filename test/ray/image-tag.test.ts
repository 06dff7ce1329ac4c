import { expect, test } from "vitest";
import { isSameRay, rayOfImage } from "../../src/ray/image-tag.ts";

const DIGEST = `@sha256:${"0".repeat(64)}`;

test.each([
  ["rayproject/ray:2.40.0", "2.40.0"],
  ["rayproject/ray:2.40.0-py311-gpu", "2.40.0"],
  ["rayproject/ray:2.9.3-py39-cu118-aarch64", "2.9.3"],
  ["rayproject/ray:2.41.0.abcdef-py312-cpu", "2.41.0"],
  ["rayproject/ray:2.46.0-extra-py310", "2.46.0"],
  ["rayproject/ray:2.46.0rc1-py310-tpu", "2.46.0rc1"],
  ["rayproject/ray-ml:2.9.0-gpu", "2.9.0"],
  ["docker.io/rayproject/ray-llm:2.46.0-py311-cu124", "2.46.0"],
  ["localhost:5000/hub/rayproject/ray:2.40.0", "2.40.0"],
  [`rayproject/ray:2.40.0${DIGEST}`, "2.40.0"],
  ["rayproject/ray", undefined],
  [`rayproject/ray${DIGEST}`, undefined],
  ["rayproject/ray:latest", undefined],
  ["rayproject/ray:latest-py39-gpu", undefined],
  ["rayproject/ray:nightly-py312-tpu", undefined],
  ["rayproject/ray:nightly.241015.abcdef-py39", undefined],
  ["rayproject/ray:abcdef-py39", undefined],
  ["rayproject/ray:2.8.0-latest-aarch64", undefined],
  ["rayproject/ray:2.49.2.deprecated-py310", undefined],
  ["rayproject/ray:2.40", undefined],
  ["myrayproject/ray:2.40.0", undefined],
  ["rayproject/ray-worker:2.40.0", undefined],
  ["quay.io/modh/ray:2.35.0-py311-cu121", undefined],
  [`rayproject/ray:${"2.".repeat(5_000)}`, undefined],
])("%s holds Ray %s", (image, version) => {
  expect(rayOfImage(image)?.version).toBe(version);
});

test.each([
  [4_096, "2.40.0"],
  [4_097, undefined],
])("of an image of %d characters the tag is %s", (length, version) => {
  const image = `${"a".repeat(length - "/rayproject/ray:2.40.0".length)}/rayproject/ray:2.40.0`;
  expect(rayOfImage(image)?.version).toBe(version);
});

test("a digest beside the tag is told", () => {
  expect(rayOfImage("rayproject/ray:2.40.0")?.hasDigest).toBe(false);
  expect(rayOfImage(`rayproject/ray:2.40.0${DIGEST}`)?.hasDigest).toBe(true);
});

test.each([
  ["2.40.0", "2.40.0", true],
  ["2.40.0", "v2.40.0", true],
  ["2.40.0", "2.40.0-py310", true],
  ["2.40.3", "2.40", true],
  ["2.40.0", "2.40.1", false],
  ["2.40.0", "2.4.0", false],
  ["2.40.3", "2.41", false],
  ["2.40.0rc1", "2.40.0", false],
  ["2.40.0rc1", "2.40.0rc1", true],
  ["2.40.0rc1", "2.40.0-rc.1", true],
  ["2.40.0rc1", "2.41.0rc1", false],
  ["2.40.0", "2.40.0rc1", true],
  ["2.40.0", "nightly", false],
])("a tag with %s and ray_version %s: %s", (tagged, version, same) => {
  expect(isSameRay(tagged, version)).toBe(same);
});
