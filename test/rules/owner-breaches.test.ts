import { expect, test } from "vitest";
import { ownerLaws } from "../../src/rules/owner-laws.ts";
import { findOwner } from "./find.ts";
import { ownerLawVectors } from "./owner-vectors.ts";

test.each(ownerLawVectors)("%s in %j under %j: %j", (code, request, settings, places) => {
  expect(findOwner(code, request, settings)).toEqual(places);
});

test("the table breaks and keeps every law", () => {
  const kept = ownerLawVectors.filter(([, , , places]) => places.length === 0);
  const broken = ownerLawVectors.filter(([, , , places]) => places.length > 0);
  const isIn = (rows: typeof ownerLawVectors, code: string) => rows.some(([own]) => own === code);
  const codes = ownerLaws.map(({ code }) => code);
  expect(codes.filter((code) => !isIn(kept, code) || !isIn(broken, code))).toEqual([]);
});

test("what a user wrote stays as it is in a message", () => {
  const request = {
    job: { schedule: "backoffLimit", entrypoint: "a", shutdown_after_finish: true },
  };
  expect(findOwner("cron-job", request, {}, ({ message }) => message)[1]).toContain(
    '"backoffLimit" is not a valid schedule',
  );
});
