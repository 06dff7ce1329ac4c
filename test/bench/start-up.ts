import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROUNDS = 15;
const BIN = "dist/cli.cjs";
const CASE = "fixtures/valid/cpu-head-gpu-groups";
const COMPILE = ["compile", `${CASE}/request.yaml`, "--settings", `${CASE}/settings.yaml`];

interface Command {
  readonly name: string;
  readonly argv: readonly string[];
  /** Whether code that an earlier run compiled may be used. */
  readonly isCached: boolean;
  /** Milliseconds over an empty program: what is wanted, and the most that is allowed. */
  readonly goal: number;
  readonly bound: number;
}

const commands: readonly Command[] = [
  { name: "--version", argv: ["--version"], isCached: true, goal: 10, bound: 8 },
  { name: "--help", argv: ["--help"], isCached: true, goal: 10, bound: 8 },
  { name: "compile", argv: COMPILE, isCached: true, goal: 30, bound: 20 },
  { name: "compile, the first time", argv: COMPILE, isCached: false, goal: 30, bound: 30 },
];

/**
 * Milliseconds of the processor that whole processes take over an empty one: the least of 15, taken in turns. Prints them;
 * returns how many bounds were missed.
 */
export function startUp(): number {
  if (!existsSync(BIN)) throw new Error(`${BIN} is missing: run npm run build first.`);
  const folder = mkdtempSync(join(tmpdir(), "raycluster-start-"));
  try {
    writeFileSync(join(folder, "tell.cjs"), TELL);
    return measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(folder: string): number {
  const least = new Map<string, number>();
  const note = (name: string, milliseconds: number) =>
    least.set(name, Math.min(milliseconds, least.get(name) ?? Number.POSITIVE_INFINITY));
  for (let round = 0; round < ROUNDS; round++) {
    note("node -e 0", run(["-e", "0"], folder, {}));
    for (const { name, argv, isCached } of commands) {
      note(name, run([BIN, ...argv], folder, isCached ? { XDG_CACHE_HOME: folder } : {}));
    }
  }
  const base = least.get("node -e 0") ?? Number.NaN;
  console.log("Start-up, milliseconds of the processor, whole processes");
  console.log(`  ${"node -e 0".padEnd(26)}${base.toFixed(1).padStart(9)}`);
  let missed = 0;
  for (const { name, goal, bound } of commands) {
    const over = (least.get(name) ?? Number.NaN) - base;
    if (!(over <= bound)) missed++;
    const goalText = over <= goal ? "" : `, goal ${goal}`;
    console.log(
      `  ${name.padEnd(26)}${`+${over.toFixed(1)}`.padStart(9)} (at most +${bound}${goalText})${over <= bound ? "" : "  MISSED"}`,
    );
  }
  return missed;
}

/** Milliseconds of the processor, as the child itself tells them when it ends. */
function run(argv: readonly string[], folder: string, cache: NodeJS.ProcessEnv): number {
  const { PATH } = process.env;
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", join(folder, "tell.cjs"), ...argv],
    { env: { PATH, ...cache }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`node ${argv.join(" ")} ended with ${status}: ${stderr}`);
  return Number(stderr.trim().split("\n").at(-1));
}

const TELL = `process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(String((user + system) / 1000) + "\\n");
});
`;
