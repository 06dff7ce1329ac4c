import { expect, test } from "vitest";
import { commands } from "../../src/cli/commands/commands.ts";
import { compileCommand } from "../../src/cli/commands/compile-command.ts";
import { REQUEST } from "./documents.ts";
import { runCommandLine } from "./run-command-line.ts";

test.each(["--help", "-h"])("%s lists the commands", async (flag) => {
  const { exitCode, stdout, stderr } = await runCommandLine([flag]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toContain(`\n  compile     ${compileCommand.summary}\n`);
});

test.each(["--version", "-V"])("%s shows the version", async (flag) => {
  const { exitCode, stdout } = await runCommandLine([flag]);
  expect([exitCode, stdout]).toEqual([0, "raycluster 0.0.0-development\n"]);
});

test.each([[["--help"]], [["-h"]], [["-qh"]], [["--nonsense", "a.yaml", "--help"]]])(
  "compile %j shows the help of compile",
  async (rest) => {
    const { exitCode, stdout, stderr } = await runCommandLine(["compile", ...rest]);
    expect([exitCode, stdout, stderr]).toEqual([0, compileCommand.help(), ""]);
  },
);

test("every line of help fits a terminal of 80 columns", async () => {
  const { stdout } = await runCommandLine(["--help"]);
  const lines = [stdout, ...commands.map((command) => command.help())].join("").split("\n");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test("the help of compile names every flag that compile knows", async () => {
  const named = [...compileCommand.help().matchAll(/--([a-z][a-z-]*)/g)].map(
    (match) => match[1] ?? "",
  );
  expect(named).toContain("kuberay-version");
  for (const name of named) {
    const { stderr } = await runCommandLine(["compile", `--${name}`]);
    expect(stderr).not.toContain(`no flag --${name}.`);
  }
});

test.each([
  [[], "a command is missing.", "raycluster --help"],
  [["comple"], "there is no command comple. Did you mean compile?", "raycluster --help"],
  [
    ["train.yaml"],
    "there is no command train.yaml. Files come after a command, such as compile.",
    "raycluster --help",
  ],
  [["yaml"], "there is no command yaml.", "raycluster --help"],
  [[""], "there is no command .", "raycluster --help"],
  [["__proto__"], "there is no command __proto__.", "raycluster --help"],
  [["a\u001b[2J"], "there is no command a\\u001b[2J.", "raycluster --help"],
  [["--versoin"], "there is no flag --versoin. Did you mean --version?", "raycluster --help"],
  [["-x", "compile"], "there is no flag -x.", "raycluster --help"],
  [
    ["compile", "--setings", "x"],
    "there is no flag --setings. Did you mean --settings?",
    "raycluster compile --help",
  ],
  [
    ["compile", "--hlep"],
    "there is no flag --hlep. Did you mean --help?",
    "raycluster compile --help",
  ],
  [["compile", "-z"], "there is no flag -z.", "raycluster compile --help"],
])("%j is refused", async (argv, message, help) => {
  const outcome = await runCommandLine(argv);
  const stderr = `raycluster: ${message}\nTry ${help} for more.\n`;
  expect(outcome).toEqual({ exitCode: 2, stdout: "", stderr, files: {} });
});

test("an error that nothing expects is a bug, with its trace", async () => {
  const { exitCode, stdout, stderr } = await runCommandLine(["compile", "a.yaml"], {
    files: { "a.yaml": REQUEST },
    replace: {
      readFile: async () => {
        throw new TypeError("boom \u001b[2J");
      },
    },
  });
  expect([exitCode, stdout]).toEqual([70, ""]);
  expect(stderr).toMatch(
    /^raycluster: this is a bug in raycluster 0\.0\.0-development; please report it with these lines:\nTypeError: boom \\u001b\[2J\n {4}at /,
  );
});
