// Which changes of the source no test notices: npm run mutate -- ROOM... [--sample NUMBER] [--seed NUMBER] [--again FILE]
// [--file FILE]
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isMainThread, workerData } from "node:worker_threads";
import { judgeAll } from "../mutation/judge-all.ts";
import { roomBundle } from "../mutation/room-bundle.ts";
import { mutationRooms } from "../mutation/rooms.ts";
import type { Mutant } from "../mutation/switched-source.ts";
import { verdictsOf } from "../mutation/verdicts.ts";

/** After how many mutants it says on standard error how far it is. */
const PROGRESS = 100;

if (isMainThread) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sample: { type: "string" },
      seed: { type: "string", default: "1" },
      again: { type: "string" },
      file: { type: "string" },
    },
  });
  const rooms = positionals.length === 0 ? Object.keys(mutationRooms) : positionals;
  const size = values.sample === undefined ? Number.POSITIVE_INFINITY : Number(values.sample);
  const former =
    values.again === undefined ? undefined : survivors(readFileSync(values.again, "utf8"));
  const isMeant = (mutant: Mutant | undefined) =>
    (values.file === undefined || mutant?.file === values.file) &&
    (former === undefined || former.has(withoutLine(place(mutant))));
  for (const room of rooms) await measure(room, size, Number(values.seed), isMeant);
} else {
  await judgeAll(workerData);
}

/** Judges the mutants of a room that are meant: those of a file, or the survivors of an earlier run. */
async function measure(
  room: string,
  size: number,
  seed: number,
  isMeant: (mutant: Mutant | undefined) => boolean,
): Promise<void> {
  const root = process.cwd();
  const bundle = await roomBundle(root, room);
  const all = bundle.mutants;
  const meant = all.flatMap((mutant, number) => (isMeant(mutant) ? [number] : []));
  if (meant.length === 0) return console.log(`${room}: none of ${all.length} mutants is meant`);
  const sample = sampled(meant, size, seed);
  const script = new URL(import.meta.url);
  const lines = new Set<string>();
  const say = (line: string) => {
    if (!lines.has(line)) console.log(line);
    lines.add(line);
  };
  let judged = 0;
  const verdicts = await verdictsOf(script, root, bundle, sample, (told) => {
    if ("leftOut" in told) say(`  left out, because it fails: ${told.leftOut}`);
    if (!("verdict" in told)) return;
    if (told.verdict === "survived") say(`  ${place(all[told.mutant])}`);
    if (++judged % PROGRESS === 0) console.error(`${room}: ${judged} judged so far`);
  });
  const killed = [...verdicts.values()].filter((verdict) => verdict !== "survived").length;
  const share = ((100 * killed) / sample.length).toFixed(1);
  const which = sample.length === all.length ? "" : `, of ${all.length} mutants`;
  console.log(`${room}: ${killed} of ${sample.length} killed (${share} %)${which}`);
}

/** `src/a.ts:12: [a === b -> a !== b]` */
function place(mutant: Mutant | undefined): string {
  if (mutant === undefined) return "";
  const { file, start, end, text } = mutant;
  const source = readFileSync(file, "utf8");
  const line = source.slice(0, start).split("\n").length;
  const from = source.lastIndexOf("\n", start) + 1;
  const until = source.indexOf("\n", end);
  const [before, after] = [source.slice(from, start), source.slice(end, until)];
  return `${file}:${line}: ${before.trimStart()}[${source.slice(start, end)} -> ${text}]${after}`;
}

/** The mutants that a run printed. Lines move when a file changes, so a mutant is known by its file, its text and its change. */
function survivors(printed: string): ReadonlySet<string> {
  return new Set(printed.split("\n").map((line) => withoutLine(line.trim())));
}

function withoutLine(printed: string): string {
  return printed.replace(/^([^:]+):\d+: /, "$1: ");
}

/** Some of the numbers of mutants, in order. */
function sampled(numbers: readonly number[], size: number, seed: number): readonly number[] {
  let state = seed;
  return numbers
    .map((mutant) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return { mutant, key: state };
    })
    .sort((left, right) => left.key - right.key)
    .slice(0, size)
    .map(({ mutant }) => mutant)
    .sort((left, right) => left - right);
}
