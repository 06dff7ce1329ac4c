import fc from "fast-check";
import { expect, test } from "vitest";
import { byTurns } from "../by-turns.ts";
import { hostileText, isCommand, UNPRINTABLE } from "../diagnostics/hostile-text.ts";
import { INVALID_REQUEST, REQUEST, WARNED_REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

const manifest = (await runCommandLine(["compile", "-"], { stdin: REQUEST })).stdout;

/** What may be called so: no system takes slashes and zeros, and Linux at most 255 bytes. */
const names = hostileText
  .map((text) => text.replace(/[/\0]/g, "_").replace(/\p{Cs}/gu, "?"))
  .map((text) => text.slice(0, 50))
  .filter((text) => !/^\.{0,2}$/.test(text) && Buffer.byteLength(text) < 200);

/** Lines of ours that GitHub is to obey. */
const OWN_COMMAND = /^::(error|warning) (file=[^:,]*(,[a-z]+=\d+)*,)?title=[a-z -]+::[^\n]*$/i;

function isHarmful(line: string): boolean {
  if (UNPRINTABLE.test(line) || /##\w*\[/.test(line)) return true;
  return isCommand(line) && !OWN_COMMAND.test(line);
}

const formats = ["text", "json", "github", "sarif"] as const;

test("names of files and folders harm no stream in any format", async () => {
  await fc.assert(
    fc.asyncProperty(names, names, names, async (file, folder, output) => {
      const config = {
        targets: [
          { name: `t${file}`, requests: ["*/*.yaml"], output_dir: `${output}x` },
          { name: "missing", requests: [`${file}*.none`], output_dir: "none" },
        ],
      };
      const sound = { targets: [{ ...config.targets[0], name: "t" }] };
      const files = {
        [`${folder}/${file}.yaml`]: WARNED_REQUEST,
        [`${folder}/${file}-invalid.json`]: INVALID_REQUEST,
        [`${output}x/${file}.old.yaml`]: manifest,
        "sound.json": JSON.stringify(sound).replace(/[\u007f-\uffff]/g, escapeUnit),
        "invalid.json": JSON.stringify(config).replace(/[\u007f-\uffff]/g, escapeUnit),
      };
      const operand = `./${folder}/${file}`;
      const commands: readonly (readonly string[])[] = [
        ["check", "--config", "sound.json", "--diff"],
        ["build", "--config", "sound.json", "--prune"],
        ["check", "--config", "invalid.json"],
        ["check", "--config", `${operand}.none`],
        ["compile", `${operand}-invalid.json`],
        ["compile", `${operand}.none`],
        ["compile", `${operand}.yaml`, "--output-dir", `${output}x`, "--check"],
        ["compile", `${operand}.yaml`, "-o", `${operand}/x`],
        ["build", "--config", "sound.json", "--target", file],
        [file],
        ["compile", `--${file}`],
      ];
      const format = formats[(file.length + output.length) % formats.length] ?? "text";
      for (const argv of byTurns(commands, 3, file.length + folder.length)) {
        const runArgv = argv.length > 2 ? [...argv, "--format", format] : argv;
        const { exitCode, stdout, stderr } = await runCommandLine(runArgv, { files });
        const lines = `${stderr}\n${stdout}`.split("\n");
        expect([exitCode === 70, lines.filter(isHarmful)]).toEqual([false, []]);
      }
    }),
  );
});

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

test("an output folder that is called like a command gives none", async () => {
  const config = { targets: [{ name: "p", requests: ["r/*.yaml"], output_dir: "::add-mask::x" }] };
  const files = { "raycluster.config.yaml": JSON.stringify(config), "r/train.yaml": REQUEST };
  const { exitCode, stdout } = await runCommandLine(["check"], { files });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^\\u003a\\u003aadd-mask::x\/train\.yaml is missing\.\n/);
});
