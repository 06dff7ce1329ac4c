// Which changes of the source no test notices: npm run mutate -- ROOM... [--sample NUMBER] [--seed NUMBER]
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { transform } from "esbuild";
import type { TestSpecification } from "vitest/node";
import { createVitest } from "vitest/node";
import type { Mutation } from "../mutation/mutations.ts";
import { mutationsOf } from "../mutation/mutations.ts";
import { mutationRooms, printedTests } from "../mutation/rooms.ts";

interface Mutant extends Mutation {
  readonly file: string;
}

/** How a process ends whose tests fail without a mutant. */
const FAILING = 3;

type Verdict = "killed" | "survived" | "endless";

/** A mutant that takes longer runs without end; the tests of a room take some seconds. */
const ENDLESS_SECONDS = 120;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    worker: { type: "boolean", default: false },
  },
});

if (values.worker) await judge();
else {
  const rooms = positionals.length === 0 ? Object.keys(mutationRooms) : positionals;
  for (const room of rooms) await measure(room);
}

async function measure(room: string): Promise<void> {
  const all = await mutantsOf(room);
  const sample = sampled(all, Number(values.sample), Number(values.seed));
  const verdicts = await verdictsOf(room, sample);
  const killed = verdicts.filter((verdict) => verdict !== "survived").length;
  const share = ((100 * killed) / sample.length).toFixed(1);
  console.log(
    `${room}: ${killed} of ${sample.length} killed (${share} %), of ${all.length} mutants, seed ${values.seed}`,
  );
}

/** `src/a.ts:12: a === b -> a !== b` */
function place({ file, start, end, text }: Mutant): string {
  const source = readFileSync(file, "utf8");
  const line = source.slice(0, start).split("\n").length;
  const from = source.lastIndexOf("\n", start) + 1;
  const until = source.indexOf("\n", end);
  const [before, after] = [source.slice(from, start), source.slice(end, until)];
  return `${file}:${line}: ${before.trimStart()}[${source.slice(start, end)} -> ${text}]${after}`;
}

/** Every mutant of a room, without those in types, of which nothing is left in what runs. */
async function mutantsOf(room: string): Promise<readonly Mutant[]> {
  const mutants: Mutant[] = [];
  const files = readdirSync(room, { recursive: true, encoding: "utf8" }).sort();
  // What npm run api writes is held against the CRDs, not tested by examples.
  for (const file of files.filter((name) => name.endsWith(".ts") && !name.startsWith("table/"))) {
    const path = `${room}/${file}`;
    const source = readFileSync(path, "utf8");
    const sound = await javaScript(source);
    for (const mutation of mutationsOf(source)) {
      const mutant = { ...mutation, file: path };
      const code = await javaScript(mutated(source, mutant)).catch(() => sound);
      if (code !== sound) mutants.push(mutant);
    }
  }
  return mutants;
}

async function javaScript(source: string): Promise<string> {
  const { code } = await transform(source, { loader: "ts", logLevel: "silent" });
  return code;
}

function mutated(source: string, { start, end, text }: Mutation): string {
  return source.slice(0, start) + text + source.slice(end);
}

function sampled(all: readonly Mutant[], size: number, seed: number): readonly Mutant[] {
  let state = seed;
  const keyed = all.map((mutant) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { mutant, key: state };
  });
  return keyed
    .sort((left, right) => left.key - right.key)
    .slice(0, size)
    .map(({ mutant }) => mutant)
    .sort((left, right) => left.file.localeCompare(right.file) || left.start - right.start);
}

/** Has mutants judged by a process of their own, and by another one after each that runs without end. */
async function verdictsOf(room: string, mutants: readonly Mutant[]): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  while (verdicts.length < mutants.length) {
    const argv = ["test/scripts/run.mjs", "test/scripts/mutate.ts", room, "--worker"];
    const child = spawn(process.execPath, argv, {
      stdio: ["pipe", "pipe", "ignore"],
      env: { ...process.env, PROPERTY_RUNS: "30" },
    });
    const ended = new Promise((settle) => child.once("exit", settle));
    let timer: NodeJS.Timeout | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill("SIGKILL"), ENDLESS_SECONDS * 1_000);
    };
    child.stdin.end(JSON.stringify(mutants.slice(verdicts.length)));
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === "ready") wait();
      if (line.startsWith("left out")) console.log(`  ${line}`);
      if (line !== "killed" && line !== "survived") continue;
      verdicts.push(line);
      const judged = mutants[verdicts.length - 1];
      if (line === "survived" && judged !== undefined) console.log(`  ${place(judged)}`);
      wait();
    }
    clearTimeout(timer);
    const exitCode = await ended;
    if (exitCode === FAILING) throw new Error("The tests fail as it is.");
    if (verdicts.length < mutants.length) verdicts.push("endless");
  }
  return verdicts;
}

/** Judges the mutants of standard input one after the other: a line for each. */
async function judge(): Promise<void> {
  const [room = ""] = positionals;
  let input = "";
  for await (const chunk of process.stdin) input += chunk;
  const mutants: readonly Mutant[] = JSON.parse(input);
  let current: Mutant | undefined;
  const vitest = await createVitest(
    "test",
    { config: "test/vitest.config.ts", watch: false, bail: 1, reporters: [{}], maxWorkers: 1 },
    {
      plugins: [
        {
          name: "mutant",
          enforce: "pre",
          load: (id) =>
            current !== undefined && id.endsWith(`/${current.file}`)
              ? mutated(readFileSync(current.file, "utf8"), current)
              : undefined,
        },
      ],
    },
  );
  const stages = await Promise.all(
    [mutationRooms[room] ?? [room.replace("src/", "test/")], printedTests].map((filters) =>
      vitest.globTestSpecifications([...filters]),
    ),
  );
  const passes = async (specifications: readonly TestSpecification[]) => {
    const run = await vitest.runTestSpecifications([...specifications]);
    return run.unhandledErrors.length === 0 && run.testModules.every((module) => module.ok());
  };
  const sound: (readonly TestSpecification[])[] = [];
  for (const stage of stages) {
    const passing: TestSpecification[] = [];
    for (const specification of stage) {
      // What fails by itself says nothing about mutants.
      if (await passes([specification])) passing.push(specification);
      else console.log(`left out, because it fails: ${specification.moduleId}`);
    }
    sound.push(passing);
  }
  if (sound[0]?.length === 0) process.exit(FAILING);
  console.log("ready");
  for (const mutant of mutants) {
    for (const changed of [current, mutant]) {
      if (changed !== undefined) vitest.invalidateFile(`${process.cwd()}/${changed.file}`);
    }
    current = mutant;
    let isKilled = false;
    for (const stage of sound) isKilled ||= stage.length > 0 && !(await passes(stage));
    console.log(isKilled ? "killed" : "survived");
  }
  await vitest.close();
  process.exit(0);
}
