import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { uncarriedCodePoint } from "../../src/diagnostics/carried-text.ts";
import { defuse } from "../../src/diagnostics/defuse.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { needs } from "../needs.ts";
import { isThorough } from "../property-runs.ts";
import { hardStrings, uncarriedStrings } from "./hard-strings.ts";
import { fingerprint, readers } from "./readers.ts";

interface Vector {
  readonly s: string;
  /** Whether every reader takes it for itself without quotes. */
  readonly safe: boolean;
  /** Set where kustomize cannot carry it, escaped or not. */
  readonly reject?: true;
}

const file = "../shared/reference/yaml-strings.json";
const strings = needs(file);
const corpus: readonly Vector[] = strings.isThere ? JSON.parse(readFileSync(file, "utf8")) : [];

/** Printed keys have at most 1,000 characters; an escape may take ten for one. */
const LONG_KEY = 500;

const readerNames = Object.keys(readers);

/** A string wherever one can stand: alone, as a value, as an item, as a key, and deeper. */
function placesOf(text: string): readonly object[] {
  const places = [{ k: text }, [text], { k: { l: [{ m: text, n: text }, [text, text]] } }];
  const isKey = text !== "<<" && JSON.stringify(text).length < LONG_KEY;
  return isKey ? [...places, { [text]: "v" }, [{ [text]: { [text]: text } }]] : places;
}

/** The same places for several strings, in fewer documents. */
function placesOfAll(texts: readonly string[]): readonly object[] {
  const places = texts.map((text) => placesOf(text));
  const keys = texts.filter((_text, index) => (places[index]?.length ?? 0) > 3);
  return [
    Object.fromEntries(texts.map((text, index) => [`k${index}`, text])),
    texts,
    places.flatMap(([_value, _item, deep, _key, keyInList]) => [deep, keyInList ?? null]),
    Object.fromEntries(keys.map((text) => [text, "v"])),
  ];
}

interface Printed {
  readonly text: string;
  readonly wanted: string;
}

/** Printed once for all readers. */
const together = new Map<string, readonly Printed[]>();

function printedTogether(texts: readonly string[]): readonly Printed[] {
  const key = JSON.stringify(texts);
  const known = together.get(key);
  if (known !== undefined) return known;
  const printed = placesOfAll(texts).map((data) => ({
    text: printYaml(data),
    wanted: fingerprint(data),
  }));
  together.set(key, printed);
  return printed;
}

/** The strings that a reader does not read as they were, several of them at a time, at night each of them alone. */
function misread(texts: readonly string[], reader: string): readonly string[] {
  const read = readers[reader] ?? JSON.parse;
  const isReadAs = (text: string, wanted: string) => {
    try {
      return fingerprint(read(text)) === wanted;
    } catch {
      return false;
    }
  };
  const isRead = (data: object) => isReadAs(printYaml(data), fingerprint(data));
  const failed: string[] = [];
  const isMany = texts.length > 1_000;
  for (let start = 0; start < texts.length; start += 100) {
    const some = texts.slice(start, start + 100);
    // By day every second hundred of very many is for one of the four readers.
    const turn = start / 200 + readerNames.indexOf(reader);
    if (isMany && !isThorough && turn % readerNames.length !== 0) continue;
    const areRead = printedTogether(some).every(({ text, wanted }) => isReadAs(text, wanted));
    if (areRead && !isThorough) continue;
    const alone = some.filter((text) => !placesOf(text).every(isRead));
    failed.push(...(alone.length > 0 || areRead ? alone : some));
  }
  return failed;
}

test.each(readerNames)("%s reads every hard string as it was", (reader) => {
  expect(hardStrings.length).toBeGreaterThan(250);
  expect(misread(hardStrings, reader)).toEqual([]);
});

test.each(readerNames)("%s reads a string alone as it was", (reader) => {
  const read = readers[reader] ?? JSON.parse;
  const failed = hardStrings.filter((text) => read(printYaml(text)) !== text);
  expect(failed).toEqual([]);
});

const uncarried = uncarriedStrings.map((text) => [defuse(text), text] as const);

test.each(uncarried)("refuses %s as value and as key", (_name, text) => {
  expect(uncarriedCodePoint(text)).toBeDefined();
  expect(() => printYaml([text])).toThrow(TypeError);
  expect(() => printYaml({ [text]: 1 })).toThrow(TypeError);
});

strings.test.each(readerNames)(`%s reads the corpus as it was${strings.skipped}`, (reader) => {
  const carried = corpus.filter((vector) => vector.reject !== true).map(({ s }) => s);
  expect(carried.length).toBeGreaterThan(4_000);
  expect(misread(carried, reader)).toEqual([]);
});

strings.test(`prints plain only what is safe in the corpus${strings.skipped}`, () => {
  const carried = corpus.filter((vector) => vector.reject !== true);
  const plain = carried.filter(({ s }) => printYaml([s]) === `- ${s}\n`);
  expect(plain.length).toBeGreaterThan(100);
  expect(plain.filter(({ safe }) => !safe)).toEqual([]);
});

strings.test(`refuses just what the corpus rejects${strings.skipped}`, () => {
  const rejected = corpus.filter(({ reject }) => reject === true);
  expect(rejected.length).toBeGreaterThan(100);
  const refused = corpus.filter(({ s }) => uncarriedCodePoint(s) !== undefined);
  expect(refused).toEqual(rejected);
  for (const { s } of rejected) {
    expect(() => printYaml([s])).toThrow(TypeError);
    expect(() => printYaml({ [s]: 1 })).toThrow(TypeError);
  }
});
