import { expect, test } from "vitest";
import { holdSignals } from "../../src/cli/io/hold-signals.ts";

test("works that overlap have one listener of each signal, and none is left", async () => {
  const listeners = () =>
    ["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => process.listenerCount(signal));
  const before = listeners();
  const works = Array.from({ length: 20 }, () => holdSignals(listeners));
  const during = before.map((count) => count + 1);
  expect(await Promise.all(works)).toEqual(works.map(() => during));
  expect(listeners()).toEqual(before);
});

test("a work that fails leaves no listener", async () => {
  const before = process.listenerCount("SIGINT");
  const fail = () => {
    throw new Error("It fails.");
  };
  await expect(holdSignals(fail)).rejects.toThrow("It fails.");
  expect(process.listenerCount("SIGINT")).toBe(before);
});
