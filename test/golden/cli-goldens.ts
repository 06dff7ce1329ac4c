import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommandLine } from "../cli/run-command-line.ts";
import type { Golden } from "./goldens.ts";

const FOLDER = join("fixtures", "cli");

/** Runs of the command line: `command`, perhaps `stdin` and `files/`, to what comes of them. */
export function cliGoldens(): readonly Golden[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => ({ file: `cli/${name}.txt`, print: () => transcript(name) }));
}

async function transcript(name: string): Promise<string> {
  const folder = join(FOLDER, name);
  const command = readFileSync(join(folder, "command"), "utf8").trim();
  const given = filesBelow(join(folder, "files"));
  const stdin = join(folder, "stdin");
  const { exitCode, stdout, stderr, files } = await runCommandLine(command.split(/\s+/), {
    files: given,
    stdin: existsSync(stdin) ? readFileSync(stdin, "utf8") : "",
  });
  const written = Object.entries(files).filter(([path, text]) => given[path] !== text);
  return [
    `$ raycluster ${command}\n`,
    section(`exit ${exitCode}`, ""),
    section("standard output", stdout),
    section("standard error", stderr),
    ...written.map(([path, text]) => section(path, text)),
  ].join("");
}

function section(title: string, text: string): string {
  return text === "" && !title.startsWith("exit") ? "" : `--- ${title}\n${text}`;
}

function filesBelow(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [
      path.slice(folder.length + 1).replaceAll("\\", "/"),
      readFileSync(path, "utf8"),
    ]),
  );
}
