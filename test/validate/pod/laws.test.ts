import { expect, test } from "vitest";
import { podLaws } from "../../../src/validate/pod/registry.ts";
import { found } from "./check.ts";
import { containerRows } from "./container-rows.ts";
import { driverRows } from "./driver-rows.ts";
import { platformRows } from "./platform-rows.ts";
import { podRows } from "./pod-rows.ts";
import { resourceRows } from "./resource-rows.ts";
import { schedulingRows } from "./scheduling-rows.ts";
import { volumeRows } from "./volume-rows.ts";
import { warningRows } from "./warning-rows.ts";

const rows = [
  ...containerRows,
  ...podRows,
  ...resourceRows,
  ...volumeRows,
  ...driverRows,
  ...platformRows,
  ...schedulingRows,
  ...warningRows,
].map(([code, path, ok, bad, setting, badSetting = setting], index) => ({
  code,
  path,
  ok,
  bad,
  setting,
  badSetting,
  index,
}));

test.each(rows)(
  "$index: $code at $path, and nothing else",
  ({ code, path, ok, bad, setting, badSetting }) => {
    expect(found(ok, setting)).toEqual([]);
    expect(found(bad, badSetting)).toEqual([`${code} at ${path}`]);
  },
);

test("every law has a row", () => {
  const tried = new Set(rows.map(({ code }) => code));
  expect(podLaws.map(({ code }) => code).filter((code) => !tried.has(code))).toEqual([]);
});
