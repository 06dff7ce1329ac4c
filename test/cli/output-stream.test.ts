import { execFileSync } from "node:child_process";
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { outputStream } from "../../src/cli/io/output-stream.ts";
import { isPlainOutput } from "../../src/cli/io/plain-output.ts";
import { collector } from "./collector.ts";

let folder = "";
const descriptors: number[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "raycluster-output-"));
});

afterEach(() => {
  for (const descriptor of descriptors.splice(0)) closeSync(descriptor);
  rmSync(folder, { recursive: true, force: true });
});

function opened(path: string, flags: string | number): number {
  const descriptor = openSync(path, flags);
  descriptors.push(descriptor);
  return descriptor;
}

function failed(error: unknown): never {
  throw error;
}

test("a file is written without Node's stream", async () => {
  const path = join(folder, "out");
  const stream = () => {
    throw new Error("The stream was opened.");
  };
  const output = outputStream({ stream, descriptor: opened(path, "w"), failed });
  expect([output.isTerminal(), output.columns()]).toEqual([false, undefined]);
  await output.write("one ä\n");
  await output.write("");
  await output.write("two\n");
  expect(readFileSync(path, "utf8")).toBe("one ä\ntwo\n");
});

test("what a full pipe that does not wait has no room for goes through the stream, and so does the rest", async () => {
  const path = join(folder, "pipe");
  execFileSync("mkfifo", [path]);
  const pipe = opened(path, constants.O_RDWR | constants.O_NONBLOCK);
  const { stream, text } = collector(false);
  const output = outputStream({ stream: () => stream, descriptor: pipe, failed });
  const long = "0123456789".repeat(100_000);
  await output.write(long);
  const inPipe = Buffer.alloc(long.length);
  const length = readSync(pipe, inPipe);
  expect(length).toBeGreaterThan(1000);
  // There is room now; but what is on its way must not be overtaken.
  await output.write("end");
  expect(`${inPipe.subarray(0, length)}${text()}`).toBe(`${long}end`);
});

test("without a descriptor there is the stream alone", async () => {
  const { stream, text } = collector(true);
  const output = outputStream({ stream: () => stream, descriptor: undefined, failed });
  expect(output.isTerminal()).toBe(true);
  await output.write("text");
  expect(text()).toBe("text");
});

test("a device is no plain output, but for the one that keeps nothing", () => {
  expect(isPlainOutput(opened("/dev/null", "w"))).toBe(true);
  expect(isPlainOutput(opened("/dev/zero", "w"))).toBe(false);
  expect(isPlainOutput(9999)).toBe(false);
});
