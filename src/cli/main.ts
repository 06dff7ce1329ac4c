import process from "node:process";
import { nodeIo } from "./io/node-io.ts";
import { reportBug, run } from "./run.ts";

const io = nodeIo(process, { stdout: 1, stderr: 2 });

process.on("uncaughtException", async (error) => {
  process.exitCode = await reportBug(error, io);
});

// Never process.exit: what is on its way to a pipe would be cut off.
run(process.argv.slice(2), io).then((exitCode) => {
  process.exitCode ??= exitCode;
});
