import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const ROUNDS = 20;
const BIN = "dist/cli.cjs";

/** Milliseconds of a whole process, the least of 20, taken in turns: an empty one, and compiling one request. */
export function startUp(): { readonly base: number; readonly command: number } {
  if (!existsSync(BIN)) throw new Error(`${BIN} is missing: run npm run build first.`);
  const folder = "fixtures/valid/documented-deployment";
  const compile = [
    BIN,
    "compile",
    `${folder}/request.yaml`,
    "--settings",
    `${folder}/settings.yaml`,
  ];
  let [base, command] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    base = Math.min(base, milliseconds(["-e", "0"]));
    command = Math.min(command, milliseconds(compile));
  }
  return { base, command };
}

function milliseconds(argv: readonly string[]): number {
  const { NODE_EXTRA_CA_CERTS: _certificates, ...environment } = process.env;
  const start = performance.now();
  const { status } = spawnSync(process.execPath, argv, { env: environment });
  if (status !== 0) throw new Error(`node ${argv.join(" ")} ended with ${status}.`);
  return performance.now() - start;
}
