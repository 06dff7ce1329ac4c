import { sep } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How the user runs this program again, as arguments: `raycluster`, or by way of the package manager that found it in a
 * project's node_modules.
 */
export function programCommand(
  script: string,
  folder: string,
  environment: Environment,
): readonly string[] {
  const isLocal = environment.npm_command === "exec" || isInstalledBelow(script, folder);
  return isLocal ? [...runner(environment), "raycluster"] : ["raycluster"];
}

/** Whether a script belongs to the node_modules of a folder, or of one above it. A global one is found on the path. */
function isInstalledBelow(script: string, folder: string): boolean {
  const modules = `${sep}node_modules${sep}`;
  if (script.includes(`${modules}.bin${sep}`)) return true;
  const end = script.indexOf(modules);
  return end !== -1 && `${folder}${sep}`.startsWith(`${script.slice(0, end)}${sep}`);
}

/** See https://docs.npmjs.com/cli/commands/npm-run-script: package managers tell scripts their name and version. */
function runner({ npm_config_user_agent: agent = "" }: Environment): readonly string[] {
  if (agent.startsWith("pnpm/")) return ["pnpm", "exec"];
  if (agent.startsWith("yarn/")) return ["yarn"];
  return agent.startsWith("bun/") ? ["bunx"] : ["npx"];
}
