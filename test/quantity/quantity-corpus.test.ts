import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { canonicalQuantity } from "../../src/quantity/canonical-quantity.ts";
import { cpuMillis } from "../../src/quantity/cpu-millis.ts";
import { formatCpu, formatMemory } from "../../src/quantity/format-quantity.ts";
import { memoryMebibytes } from "../../src/quantity/memory-mebibytes.ts";
import { parseQuantity } from "../../src/quantity/parse-quantity.ts";
import { needs } from "../needs.ts";

interface Entry {
  readonly cpu?: string;
  readonly gib?: string;
  readonly quantity?: string;
  readonly canonical?: string | null;
  readonly wholeMilli?: boolean;
  readonly bytes?: string;
  readonly goCanonicalOfGiSuffix?: string;
}

const file = "../shared/reference/quantities.json";
const corpus = needs(file);
const entries: readonly Entry[] = corpus.isThere ? JSON.parse(readFileSync(file, "utf8")) : [];

corpus.test(`CPUs of the corpus${corpus.skipped}`, () => {
  const cpus = entries.filter((entry) => entry.cpu !== undefined);
  expect(cpus.length).toBeGreaterThan(50);
  for (const { cpu = "", wholeMilli, canonical } of cpus) {
    expect([cpu, canonicalOf(cpu)]).toEqual([cpu, canonical]);
    if (wholeMilli === true) {
      expect([cpu, formatCpu(cpuMillis(Number(cpu)))]).toEqual([cpu, canonical]);
    }
  }
});

corpus.test(`memory of the corpus${corpus.skipped}`, () => {
  const memories = entries.filter((entry) => entry.gib !== undefined);
  expect(memories.length).toBeGreaterThan(50);
  for (const { gib = "", canonical, bytes = "", goCanonicalOfGiSuffix } of memories) {
    expect([gib, canonicalOf(`${gib}Gi`)]).toEqual([gib, goCanonicalOfGiSuffix]);
    const mebibytes = memoryMebibytes(Number(gib));
    expect([gib, BigInt(mebibytes)]).toEqual([gib, BigInt(bytes) / 2n ** 20n]);
    if (BigInt(bytes) % 2n ** 20n === 0n) {
      expect([gib, formatMemory(mebibytes)]).toEqual([gib, canonical]);
    }
  }
});

corpus.test(`quantities of the corpus, valid and invalid${corpus.skipped}`, () => {
  const quantities = entries.filter((entry) => entry.quantity !== undefined);
  expect(quantities.length).toBeGreaterThan(50);
  for (const { quantity = "", canonical } of quantities) {
    expect([quantity, canonicalOf(quantity)]).toEqual([quantity, canonical ?? undefined]);
  }
});

function canonicalOf(text: string): string | undefined {
  const quantity = parseQuantity(text);
  return quantity && canonicalQuantity(quantity);
}
