import { expect, test } from "vitest";
import { mutantSwitch } from "./mutant-switch.ts";

test("it counts what is reached, and throws again and again after the last time that it may be", () => {
  const mutants = mutantSwitch(3);
  mutants.active = 9;
  mutants.left = 2;
  expect([mutants.reach(1), mutants.reach(1)]).toEqual([9, 9]);
  expect(() => mutants.reach(2)).toThrow("It runs without end.");
  expect(() => mutants.reach(1)).toThrow("It runs without end.");
  expect([...mutants.counts]).toEqual([0, 3, 1]);
});
